/** Tout ce que la loi demande en plus des nombres est répondu. */
export const REPONSES = {
  plh: true,
  avisCnsru: /** @type {const} */ ("rendu"),
  accords: /** @type {const} */ ("tous"),
  entrantes: [],
  periodesConsecutives: 1,
  toutesLesCommunes: true,
  signataires: true,
};

/** Les mêmes, l'avis étant connu. */
export const REPONSES_FAVORABLES = { ...REPONSES, avisCnsru: /** @type {const} */ ("favorable") };
