/** La répartition des objectifs d'un EPCI, posée à un solveur de programmes en nombres entiers : témoin de `CMS.REPARTIR`. */

/**
 * @typedef {{ plancher: number, legal: number, manquants: number, capacite: number }} Commune
 * @typedef {{ communes: readonly Commune[], total: number }} Epci
 * @typedef {{ cout: number, relevees: number }} Optimum Somme des |objectif − capacité|, et nombre de communes au-dessus de leur
 *   objectif légal.
 */

/** Aucun écart à l'optimum n'est toléré. */
const OPTIONS = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 };

/**
 * Résout l'un après l'autre les deux critères, pour plusieurs EPCI d'un coup : une résolution coûte surtout son lancement.
 * `null` si l'un des EPCI n'a pas de répartition qui atteigne son total, ou si ce total est sous la somme de ses objectifs légaux.
 * @param {import("highs/legacy-types").LegacyHighs} solveur
 * @param {readonly Epci[]} epcis
 * @returns {Optimum[] | null}
 */
function repartitionsOptimales(solveur, epcis) {
  const premier = solveur.solve(modele(epcis, null), OPTIONS);
  if (premier.Status === "Infeasible") return null;
  const couts = epcis.map((_, rang) => valeur(premier, `cout${rang}`));
  const second = solveur.solve(modele(epcis, couts), OPTIONS);
  return couts.map((cout, rang) => ({ cout, relevees: valeur(second, `relevees${rang}`) }));
}

/**
 * @param {import("highs/legacy-types").LegacyHighsSolution} solution
 * @param {string} variable
 */
function valeur({ Status, Columns }, variable) {
  const colonne = Columns[variable];
  if (Status !== "Optimal" || !colonne || !("Primal" in colonne)) {
    throw new Error(`Le solveur répond « ${Status} ».`);
  }
  return Math.round(colonne.Primal);
}

/**
 * Au format LP. x : objectif ; p et m : ce qui le sépare de la capacité, en plus et en moins ; r : 1 si la commune est relevée.
 * @param {readonly Epci[]} epcis
 * @param {readonly number[] | null} couts Coûts à tenir, pour minimiser le nombre de communes relevées ; `null` pour minimiser les coûts.
 */
function modele(epcis, couts) {
  const lignes = epcis.flatMap(({ communes, total }, e) => [
    `${somme(communes, (i) => `x${e}_${i}`)} - total${e} >= 0`,
    `total${e} = ${total}`,
    `total${e} >= ${communes.reduce((legaux, { legal }) => legaux + legal, 0)}`,
    `${somme(communes, (i) => `p${e}_${i} + m${e}_${i}`)} - cout${e} = 0`,
    `${somme(communes, (i) => `r${e}_${i}`)} - relevees${e} = 0`,
    ...(couts ? [`cout${e} <= ${couts[e]}`] : []),
    ...communes.flatMap(({ plancher, legal, manquants, capacite }, i) => [
      `x${e}_${i} >= ${plancher}`,
      `x${e}_${i} <= ${manquants}`,
      `x${e}_${i} - p${e}_${i} + m${e}_${i} = ${capacite}`,
      `x${e}_${i} - ${manquants - legal} r${e}_${i} <= ${legal}`,
    ]),
  ]);
  const entieres = epcis.flatMap(({ communes }, e) => communes.map((_, i) => `${e}_${i}`));
  return [
    "Minimize",
    somme(epcis, (e) => (couts ? `relevees${e}` : `cout${e}`)),
    "Subject To",
    ...lignes,
    "General",
    ...entieres.map((nom) => `x${nom}`),
    "Binary",
    ...entieres.map((nom) => `r${nom}`),
    "End",
  ].join("\n");
}

/**
 * @param {readonly unknown[]} elements
 * @param {(rang: number) => string} terme
 */
function somme(elements, terme) {
  return elements.map((_, rang) => terme(rang)).join(" + ");
}

module.exports = { repartitionsOptimales };
