// Every text that is shown and every colour of the chart with its contrast to what lies behind it
// (WCAG 2.2, relative luminance): [[what, ratio], …]. Backgrounds are opaque or not there.
() => {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" ? behind(element.parentElement) : colour;
  };
  const ratio = (element, colour) => {
    const [dark, light] = [luminance(colour), luminance(behind(element))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const shown = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
  const texts = shown.filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  const colour = (element) => {
    const style = getComputedStyle(element);
    return element instanceof SVGElement ? style.fill : style.color;
  };
  const measured = (elements) => elements.map((element) => [
    element.textContent || element.getAttribute("class"), ratio(element, colour(element))]);
  return {
    texts: measured(texts.filter((element) => !["title", "desc"].includes(element.tagName))),
    colours: measured(shown.filter((element) => element.tagName === "polygon")),
  };
}
