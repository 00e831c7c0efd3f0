/**
 * Une feuille écrite en texte, telle qu'on la lit à l'écran : une ligne par ligne, « | » entre deux cellules. Une cellule s'y écrit :
 * - `165`, `5.2`, `33%`, `12.34%` : un nombre ; le format de pour-cent a autant de décimales ;
 * - `4.004[0.0]`, `45658[dd/mm/yyyy]` : un nombre et son format ; `179/300[0.0%]` : un quotient ;
 * - `=SUM(B3:B4) → 800` : une formule et la valeur qu'elle garde ; sans flèche, elle n'en garde pas ;
 * - `VRAI`, `FAUX`, `#N/A` : un booléen, une erreur ; `"1 240"` : un texte, quoi qu'il porte (écriture JSON) ;
 * - tout le reste : un texte.
 */

/**
 * @typedef {import("../src/fichier").CelluleXlsx} CelluleXlsx
 * @typedef {import("../src/fichier").FeuilleXlsx} FeuilleXlsx
 */

/**
 * @typedef {object} Dessin
 * @property {string} nom
 * @property {string} dessin
 * @property {string[]} [fusions] Plages, comme A1:C1.
 * @property {number[]} [lignesMasquees] Telles qu'Excel les numérote.
 * @property {number[]} [colonnesMasquees] Comptées à partir de 1.
 * @property {Record<string, string>} [ailleurs] Cellules loin du tableau, par adresse.
 */

const ERREURS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;
const NOMBRE = /^(-?\d+(?:\.(\d+))?)(?:\/(\d+))?(%)?(?:\[([^\]]+)\])?$/;

/**
 * @param {Dessin} dessin
 * @returns {FeuilleXlsx}
 */
export function feuilleDessinee({ nom, dessin, ...autour }) {
  const cellules = dessin
    .replace(/^\n/, "")
    .trimEnd()
    .split("\n")
    .flatMap((rangee, ligne) =>
      rangee
        .split("|")
        .map((texte, colonne) => ({ ligne, colonne, ...celluleEcrite(texte.trim()) }))
    );
  for (const [adresse, texte] of Object.entries(autour.ailleurs ?? {}))
    cellules.push({ ...placeDe(adresse), ...celluleEcrite(texte) });
  return {
    nom,
    masquee: false,
    cellules: cellules.filter(({ valeur, formule }) => valeur !== null || formule !== undefined),
    fusions: autour.fusions ?? [],
    largeurs: new Map([[0, 150]]),
    hauteurs: new Map(),
    lignesMasquees: new Set(autour.lignesMasquees?.map((numero) => numero - 1)),
    colonnesMasquees: new Set(autour.colonnesMasquees?.map((numero) => numero - 1)),
    lignesFigees: 0,
    colonnesFigees: 0,
    quadrillage: true,
  };
}

/**
 * @param {string} texte
 * @returns {Omit<CelluleXlsx, "ligne" | "colonne">}
 */
function celluleEcrite(texte) {
  if (texte.startsWith("=")) {
    const [formule = "", valeur = ""] = texte.split(" → ");
    return { ...celluleEcrite(valeur), formule };
  }
  if (texte === "") return { valeur: null };
  if (texte.startsWith('"')) return { valeur: String(JSON.parse(texte)) };
  if (texte === "VRAI" || texte === "FAUX") return { valeur: texte === "VRAI" };
  if (ERREURS.test(texte)) return { valeur: { erreur: texte } };
  const [, nombre, decimales = "", diviseur, pourcent, format] = NOMBRE.exec(texte) ?? [];
  if (nombre === undefined) return { valeur: texte };
  // « 33% » vaut 33e-2, et non 33 / 100 : le nombre qu'Excel garderait.
  const valeur = Number(pourcent ? `${nombre}e-2` : nombre) / Number(diviseur ?? 1);
  const zeros = decimales === "" ? "0%" : `0.${decimales.replace(/\d/g, "0")}%`;
  const sien = format ?? (pourcent ? zeros : undefined);
  return sien === undefined ? { valeur } : { valeur, style: { format: sien } };
}

/** @param {string} adresse « B12 » */
function placeDe(adresse) {
  const [, lettres = "A", numero = "1"] = /^([A-Z]+)(\d+)$/.exec(adresse) ?? [];
  const rang = [...lettres].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0);
  return { ligne: Number(numero) - 1, colonne: rang - 1 };
}
