"""Common Dutch words and what they mostly become in English, as evidence that two sentences belong together.

Dictionary forms; a word's usual translations, not all of them. Careers words come from the glossary.
"""

from collections.abc import Mapping

_DUTCH_ENGLISH = """
aan=to|on|at aanbieden=offer aandacht=attention aangeven=indicate|state aanpakken=tackle|deal|approach
aanraden=recommend|advise aantal=number|few|several aantonen=show|prove aanvraag=application|request
aanvragen=apply|request aanwezig=present accepteren=accept acht=eight achter=behind achteraf=afterwards|later
achtergrond=background adres=address advies=advice adviseren=advise|recommend afhankelijk=depend|dependent
afkeuren=reject aflopen=end|past|last afmaken=finish|complete afronden=complete|finish|round
afspraak=appointment|agreement afspreken=agree|arrange|meet afstand=distance afstemmen=coordinate|tailor|tune
afwachten=wait afwisselend=varied al=already|all alleen=only|alone|just allemaal=all alles=everything|all
als=if|when|as|like altijd=always|still ander=other|another|else anders=different|otherwise|else
antwoord=answer|reply antwoorden=answer|reply apart=separate april=april arm=arm|poor artikel=article
augustus=august auto=car avond=evening|night baan=job baas=boss balans=balance bang=afraid|scared
basis=basis|base|basic bedanken=thank bedenken=think|consider|come bedoelen=mean bedrag=amount|sum
bedrijfsleven=business begin=start|beginning beginnen=start|begin begrijpen=understand behalve=except|besides
behouden=keep|retain beide=both|either bekend=known|familiar bekijken=look|view|see bekomen=get
belangrijk=important|matter belangstelling=interest belasting=tax belastingdienst=tax beleid=policy
België=belgium bellen=call|phone|ring beloven=promise benieuwd=curious|wonder benoemen=name|mention
bepaald=certain|particular|specific bepalen=determine|decide bereid=willing|prepared bereiken=reach|achieve
bericht=message|post|email beroep=profession|occupation beschikbaar=available beschrijven=describe
beslissen=decide beslissing=decision besluiten=decide bespreken=discuss best=best|quite bestaan=exist|consist
bestand=file betalen=pay betekenen=mean beter=better betrekken=involve betrokken=involved|committed
betrouwbaar=reliable|trustworthy bevallen=like|please bevatten=contain|include bevestigen=confirm
bewaren=keep|save|store bewijs=proof|evidence bewijzen=prove bewust=aware|conscious bezig=busy|work
bezoek=visit bezoeken=visit bieden=offer|provide bij=at|with|by|near bijna=almost|nearly
bijvoorbeeld=example|instance|eg binnen=within|inside|in blad=sheet blauw=blue blij=happy|glad|pleased
blijken=turn|appear|prove blijven=stay|remain|keep|still|continue bloem=flower boek=book boeken=book
bonus=bonus boos=angry boven=above|over bovendien=moreover|besides|addition|also branche=industry|sector
brengen=bring|take brief=letter broer=brother bron=source budget=budget buiten=outside|beyond
buurt=neighbourhood|near carriere=career cel=cell centrum=centre|center cijfer=figure|grade|number|mark
collega=colleague|coworker combineren=combine compleet=complete concreet=concrete|specific
contact=contact|touch|connection controleren=check|control cultuur=culture cursus=course daar=there
daarbij=addition|also|besides daardoor=therefore|result|so daarna=then|after|next|afterwards
daarnaast=addition|also|besides|well daarom=therefore|why|so dag=day dagelijks=daily|day dan=then|than
dank=thank|thanks dankbaar=grateful danken=thank dat=that datum=date december=december deel=part|share|some
deelnemen=participate|take|join delen=share|part denken=think deur=door dezelfde=same dicht=close|closed|near
dienst=service|shift ding=thing dinsdag=tuesday direct=direct|immediately|directly|straight dit=this
doel=goal|aim|purpose|target|objective doen=do|make donderdag=thursday door=by|through
doorgaan=continue|go|keep doorgeven=pass dragen=wear|carry drie=three dringen=urgent drinken=drink droom=dream
druk=pressure|busy duidelijk=clear|clearly Duits=german duizend=thousand duren=take|last durven=dare
dus=so|therefore|thus duur=expensive echt=real|really|genuine|truly een=one eens=once|agree
eenvoudig=simple|easy|simply eerder=earlier|before|rather eerlijk=honest|fair|honestly eerst=first
eeuw=century eigen=own eigenlijk=actually|really eigenschap=quality|trait eind=end einde=end elk=each|every
elkaar=other|together en=and energie=energy Engels=english enkel=few|some|only enthousiast=enthusiastic|keen
er=there eraan=to|it ergens=somewhere|something ernstig=serious erover=about|it ervaren=experienced|experience
ervaring=experience ervoor=for|it eten=eat|food euro=euro Europees=european even=just|moment|briefly|quick
ezel=donkey fase=phase|stage|period februari=february fiets=bicycle|bike fijn=nice|great|good|like
flexibel=flexible formuleren=formulate|phrase|word formulier=form foto=photo|picture fout=mistake|error|wrong
functie=position|role|job|function gaan=go|will gast=guest gebeuren=happen gebied=area|field geboren=born
gebouw=building gebrek=lack gebruik=use gebruiken=use gedachte=thought gedrag=behaviour|behavior
geduld=patience geen=no|not|any|none geforceerd=forced gek=crazy|odd geld=money geleden=ago
gelijk=right|equal|same geloven=believe geluk=luck|happiness gelukkig=happy|fortunately|luckily
gemakkelijk=easy|easily gemeente=municipality|council genoeg=enough geschikt=suitable|right|suited
gesprek=conversation|interview|talk|chat getal=number|figure geven=give gevoel=feeling|feel
gevolg=consequence|result geweldig=great|fantastic gewoon=just|simply|ordinary|normal gezin=family
gezond=healthy gids=guide gister=yesterday gisteren=yesterday goed=good|well|right|properly goedkoop=cheap
graag=like|gladly|happy|love gratis=free grens=limit|border|boundary groei=growth groeien=grow groen=green
groep=group groot=big|large|great|major haar=her|hair halen=get|take|fetch|make half=half hand=hand
handig=handy|useful|convenient handtekening=signature hard=hard|loud hart=heart
heel=very|whole|quite|all|entire heer=mr|gentleman|sir helder=clear hele=whole|entire
helemaal=completely|entirely|all|quite helft=half helpen=help hem=him herfst=autumn|fall
herinneren=remember|remind herkennen=recognise|recognize het=it|the heten=call|name hetzelfde=same hier=here
hij=he hoe=how hoelang=long hoeveel=much|many hoeven=need|have hoewel=although|though honderd=hundred
hoofd=head hoog=high|tall hopen=hope horen=hear|belong houden=keep|hold|like|love houding=attitude|posture
huidig=current|present huis=house|home hulp=help huur=rent|hire hypotheek=mortgage idee=idea|clue
ieder=each|every|any iedereen=everyone|everybody|anyone iemand=someone|somebody|anyone
iets=something|anything|bit ik=i in=in|into indruk=impression informatie=information inhoud=content|contents
inleiding=introduction inschatten=estimate|assess inschrijven=register|enrol|sign interesse=interest
invloed=influence|impact invullen=fill|complete inzet=effort|commitment inzicht=insight|understanding ja=yes
jaar=year jammer=pity|shame januari=january jas=coat je=you jij=you jong=young jou=you jouw=your juli=july
jullie=you|your juni=june kaart=card|map kamer=room kans=chance|opportunity kant=side kantoor=office
keer=time|once kennen=know kennis=knowledge|acquaintance kern=core|heart keuze=choice|option
kiezen=choose|pick|opt kijken=look|see|watch|check kind=child kinderen=child klaar=ready|finished|done
klacht=complaint klant=customer|client klas=class kleding=clothes|clothing|dress klein=small|little
kleur=colour|color kloppen=right|correct|knock koffie=coffee komen=come kop=heading|cup|head kopen=buy
kort=short|brief|briefly kost=cost kosten=cost|take|expense kracht=strength|power krant=newspaper
krijgen=get|receive kritiek=criticism kunnen=can|could|able|may|might kwaliteit=quality kwartaal=quarter
kwijt=lose|lost laag=low laat=late laatste=last|latest|final lachen=laugh|smile land=country lang=long
langs=along|past langzaam=slow|slowly laten=let|have|show|leave later=later leeftijd=age leeg=empty
leerling=pupil|student leiden=lead leidinggevende=manager|supervisor lengte=length lente=spring
leren=learn|teach leuk=nice|fun|enjoyable|great leven=life|live lezen=read licht=light lid=member
lief=sweet|dear liefst=preferably|prefer liever=rather|prefer liggen=lie lijken=seem|look|like|appear
lijn=line lijst=list links=left loon=wage|pay|salary lopen=walk|run|go los=loose|separate luisteren=listen
lukken=succeed|manage|work maand=month maandag=monday maar=but|only maart=march maatregel=measure
maatschappij=society maken=make|create|do makkelijk=easy|easily man=man manager=manager manier=way|manner
map=folder medewerker=employee|staff mee=along|with meedoen=join|take|participate meemaken=experience
meenemen=take|bring meer=more|most meest=most meestal=usually|mostly|often mei=may melden=report|mention
mening=opinion|view mens=people|person|human merken=notice|see met=with meteen=immediately|right|straight|once
middag=afternoon middel=means|resource midden=middle mij=me mijn=my|mine minder=less|fewer
minimaal=least|minimum minuut=minute mis=wrong missen=miss mits=provided|if moe=tired moeder=mother
moeilijk=difficult|hard moeite=effort|trouble moeten=must|have|should|need
mogelijk=possible|possibly|potential|may mogelijkheid=possibility|option|opportunity mogen=may|can|allow
moment=moment|time mooi=nice|beautiful|good morgen=tomorrow|morning motiveren=motivate|motivated na=after
naam=name naar=to|for naast=next|besides|beside|alongside nacht=night nadat=after nadeel=disadvantage|drawback
nadenken=think|consider natuurlijk=course|naturally|natural Nederland=netherlands Nederlands=dutch nee=no
neer=down negen=nine nemen=take nergens=nowhere|anywhere nerveus=nervous net=just|neat|like
netjes=neat|neatly|tidy netwerk=network niemand=nobody|no-one|one|anyone niet=not niets=nothing|anything
nieuw=new nieuws=news niks=nothing niveau=level nodig=need|necessary|require noemen=mention|name|call
nog=still|yet|even|more nooit=never noteren=note|write november=november nu=now nul=zero nummer=number
nut=use|point nuttig=useful ochtend=morning oefenen=practise|practice of=or|whether oktober=october
onder=under|among|below onderdeel=part ondertekenen=sign onderwerp=subject|topic onderzoek=research|study
ons=us|our onthouden=remember ontmoeten=meet ontslag=dismissal|resignation ontspannen=relax|relaxed
ontstaan=arise|originate ontvangen=receive|get ontwikkelen=develop ontwikkeling=development onze=our oog=eye
ooit=ever|once ook=also|too|even|well|either oorzaak=cause op=on|at opdringerig=pushy|intrusive open=open
openen=open opleiding=training|course|degree|education|programme oplossen=solve|resolve oplossing=solution
opnieuw=again|new oppassen=careful|watch oprecht=sincere|genuine opslaan=save opvallen=stand|notice
opzoeken=look|find oud=old ouder=parent|older over=about|over|of overal=everywhere
overleg=consultation|discuss|meeting overleggen=discuss|consult overslaan=skip overtuigen=convince
overtuigend=convincing|persuasive overtuiging=conviction overzicht=overview|list paar=few|couple|pair
pagina=page pakken=take|grab|pick papier=paper pas=only|just passen=fit|suit|match pauze=break per=per|a|each
periode=period|time persoon=person persoonlijk=personal|personally pijn=pain plaats=place|location|instead
plan=plan plannen=plan|schedule plek=place|spot|somewhere positief=positive praten=talk|speak|chat
precies=exactly|precise|exact prettig=pleasant|nice prijs=price|prize prima=fine|good proberen=try
probleem=problem procent=percent|cent proces=process project=project publiek=public|audience punt=point|full
raad=advice raadplegen=consult raam=window raar=strange|odd reactie=response|reaction|reply
reageren=respond|react|reply recht=right|straight|law rechts=right reden=reason regel=rule|line
regelen=arrange|sort regelmatig=regularly|regular reis=journey|trip|travel reizen=travel
rekening=bill|account|invoice resultaat=result richten=focus|aim richting=direction|towards rij=row
rond=around|round|about rondkomen=get|manage rood=red ruimte=space|room rust=rest|calm|peace
rustig=calm|calmly|quiet|quietly samen=together samenvatting=summary
samenwerken=work|cooperate|collaborate|together schade=damage scherp=sharp school=school schrijven=write
schuld=debt|fault seconde=second sector=sector|industry september=september sfeer=atmosphere simpel=simple
sinds=since slaan=hit slapen=sleep slecht=bad|badly|poor slim=smart|clever slot=end|lock
sluiten=close|conclude snappen=understand|get snel=quick|quickly|fast|soon soms=sometimes soort=kind|sort|type
specifiek=specific spelen=play spreken=speak|talk staan=stand|be|state stad=city|town
stage=internship|placement stap=step start=start starten=start steeds=ever|still|keep|always
stellen=ask|put|set stem=voice sterk=strong steun=support stil=quiet|silent|still stoel=chair
stoppen=stop|quit|put straat=street streng=strict student=student studeren=study studie=study|degree
stuk=piece|part sturen=send succes=success|luck taak=task|duty taal=language tafel=table team=team
tegen=against|to|towards tegenover=opposite|towards tekenen=sign tekst=text tel=count telefoon=phone|telephone
telefoonnummer=number tellen=count ten=at terecht=right|rightly terug=back|return terugkomen=return|back
terwijl=while tevreden=satisfied|happy|content thuis=home|house tien=ten tijd=time tijdens=during|while
tijdschrift=magazine tip=tip titel=title toch=still|yet|after|anyway|nevertheless|surely|but toe=to
toekomst=future toen=then|when toevallig=happen|chance|coincidence toevoegen=add tonen=show tot=until|to|till
trein=train trots=proud trouwens=incidentally|way|besides tussen=between|among twee=two twijfel=doubt
twijfelen=doubt|hesitate type=type u=you uit=from|out uiteindelijk=eventually|finally|ultimately|end
uitgebreid=extensive|detail|detailed uitleg=explanation uitleggen=explain uitnodigen=invite
uitnodiging=invitation uitstellen=postpone|put uitvoeren=carry|perform|implement uitzoeken=find|work|figure
uniek=unique uur=hour|clock uw=your vaak=often vaardigheid=skill vacature=vacancy|job vader=father
vak=subject|trade|field vakantie=holiday|vacation van=of|from vanaf=from vandaag=today vanuit=from
vanzelf=automatically|itself|naturally vast=permanent|fixed|already veel=much|many|lot veilig=safe
veranderen=change verandering=change verbeteren=improve verder=further|on|also|continue verdienen=earn|deserve
vergelijken=compare vergeten=forget verhaal=story verhuizen=move verkeerd=wrong verkopen=sell verlaten=leave
verliezen=lose vermelden=mention|state|include vermijden=avoid verplicht=compulsory|mandatory|oblige|required
verrassen=surprise verschil=difference verschillend=different|various verstandig=wise|sensible
vertellen=tell|say vertrekken=leave vertrouwen=trust|confidence|faith
vervelend=annoying|unpleasant|awkward|boring vervolgens=then|next|subsequently verwachten=expect
verwachting=expectation verzekeren=insure|assure verzekering=insurance via=via|through vier=four vijf=five
vinden=find|think|feel vlak=right|just|flat voegen=add voelen=feel voldoen=meet|satisfy volgen=follow|attend
volgend=next|following volgens=according|view volledig=complete|full|completely|fully voor=for|before|to
vooraf=advance|beforehand vooral=especially|particularly|mainly|above|mostly voorbeeld=example
voorbereiden=prepare voorbereiding=preparation voordat=before voordeel=advantage|benefit
voorkomen=prevent|avoid|happen voorstel=proposal|suggestion voorstellen=introduce|propose|suggest|imagine
voorwaarde=condition|term vraag=question|ask|demand vragen=ask|question vreemd=strange|foreign|odd
vriend=friend vriendelijk=friendly|kind vrij=free|off|quite|fairly vrijdag=friday vroeg=early
vroeger=past|used|formerly vrouw=woman|wife waar=where|true waarde=value waarderen=appreciate|value
waardevol=valuable|worthwhile waarom=why waarschijnlijk=probably|likely wachten=wait wanneer=when
want=because|for|since was=was wat=what|something|bit|some website=website|site week=week weekend=weekend
weer=again|weather weg=way|gone|away|road weigeren=refuse weinig=little|few wekelijks=weekly
wel=well|indeed|do welk=which|what wens=wish werk=work|job werkelijk=real|really|actual werken=work
wet=law|act weten=know wie=who|whoever|anyone wij=we wijze=way wijzen=point|show willen=want|would|like
winkel=shop|store winnen=win winter=winter wissel=change wit=white woensdag=wednesday wonen=live woord=word
worden=become|be|get zaak=matter|case|business zaken=business|matter zaterdag=saturday ze=they|she|them
zeggen=say|tell|mean zeker=certain|certainly|sure|definitely zelden=rarely|seldom
zelf=yourself|self|himself|themselves|own|myself|itself zelfs=even zelfstandig=independent|independently
zenden=send zenuwachtig=nervous zes=six zetten=put|set|place zeven=seven
zichzelf=themselves|himself|itself|yourself zien=see|look zij=they|she zijn=be|his
zin=sentence|sense|mood|want zinvol=meaningful|useful zitten=sit|be zo=so|this|such|like zoals=such|as|like
zodat=so zoek=look|lost|search zoeken=look|search|seek|find zomer=summer zondag=sunday zonder=without
zorg=care|concern|worry zorgen=make|ensure|care|sure zou=would zoveel=much|many zullen=will|shall|would
zus=sister zwaar=heavy|hard|tough zwak=weak zwart=black
"""

COMMON: Mapping[tuple[str, str], str] = {("nl", "en"): _DUTCH_ENGLISH}
"""By source and target language: `word=translation|translation`, parted by white space."""
