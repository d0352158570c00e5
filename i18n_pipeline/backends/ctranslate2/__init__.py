"""Translation models in CTranslate2's form (OPUS-MT, NLLB, M2M100), on this machine, without network."""
