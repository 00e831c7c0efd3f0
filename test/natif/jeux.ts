import type { Saisie } from "../../src/regles";

/** Un argument d'une forme d'appel : un littéral de formule, ou des cellules tirées au hasard dans un genre. */
export type ArgumentDeForme = { litteral: string } | Tirage;

export interface Tirage {
  genre: keyof typeof GENRES;
  /** Nombre de cellules, en ligne ; 1 sauf pour une fonction qui additionne une plage. */
  largeur?: number;
  /** L'argument tel que la formule l'écrit, à partir de sa référence ; la référence elle-même par défaut. */
  ecrire?: (reference: string) => string;
}

export type Forme = readonly ArgumentDeForme[];

/** Tirages reproductibles (mulberry32). */
export function hasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Genre = (tirer: () => number) => Saisie;

const choisir = <V>(valeurs: readonly V[], tirer: () => number): V =>
  valeurs[Math.floor(tirer() * valeurs.length)] as V;

const entier = (minimum: number, maximum: number, tirer: () => number): number =>
  minimum + Math.floor(tirer() * (maximum - minimum + 1));

/** Le nombre flottant voisin, au-dessus ou au-dessous. */
function voisin(valeur: number, tirer: () => number): number {
  const ulp = 2 ** (Math.floor(Math.log2(Math.abs(valeur) || 1)) - 52);
  return valeur + (tirer() < 0.5 ? -ulp : ulp);
}

/** Ce qu'on trouve dans une vraie colonne, et qui n'est pas un nombre. */
const PARASITES: readonly Saisie[] = [
  null,
  null,
  "",
  "NC",
  "12",
  "5,5",
  "env. 120",
  true,
  false,
  { erreur: "#N/A" },
  { erreur: "#DIV/0!" },
  -1,
  -0.5,
  0,
  1e-7,
  -1e-9,
  1e15,
  1e300,
];

/** Un genre de nombres : le plus souvent plausibles, parfois au bord (et à un flottant du bord), parfois parasites. */
function genre(plausible: (tirer: () => number) => number, bords: readonly number[]): Genre {
  return (tirer) => {
    const sort = tirer();
    if (sort < 0.66) return plausible(tirer);
    if (sort < 0.76) return choisir(bords, tirer);
    if (sort < 0.84) return voisin(choisir(bords, tirer), tirer);
    if (sort < 0.88) return choisir(bords, tirer) + (tirer() < 0.5 ? 1e-6 : -1e-6);
    return choisir(PARASITES, tirer);
  };
}

/** Un genre de mots : le plus souvent admis, à la casse et aux fioritures près. */
function mots(admis: readonly string[]): Genre {
  return (tirer) => {
    const mot = choisir(admis, tirer);
    const sort = tirer();
    if (sort < 0.6) return mot;
    if (sort < 0.7) return mot.toUpperCase();
    if (sort < 0.75) return ` ${mot.replaceAll("-", " ")} `;
    if (sort < 0.8) return mot.replaceAll("é", "e").replaceAll(" ", "\u00A0");
    if (sort < 0.88)
      return choisir([`${mot}|legal`, `${mot.slice(0, 2)}*`, "inconnu", "~?"], tirer);
    return choisir([null, "", 0, "0", 1, 20262028, true, false, { erreur: "#N/A" }], tirer);
  };
}

/** Un écart obtenu par soustraction, comme dans un classeur : 25 − 21, ou (0,25 − 0,21) × 100. */
function ecartSoustrait(tirer: () => number): number {
  const cible = choisir([20, 25], tirer);
  const taux = entier(0, cible * 10 ** entier(0, 2, tirer), tirer);
  const points = [0, 1, 2].map((d) => taux / 10 ** d).find((t) => t <= cible) ?? 0;
  return tirer() < 0.5 ? cible - points : (cible / 100 - points / 100) * 100;
}

export const GENRES = {
  deficit: genre(
    (tirer) =>
      tirer() < 0.2 ? (0.25 - 0.2) * entier(1, 200, tirer) * 100 : entier(1, 3000, tirer),
    [0, 1, 100, 250, 500, 999_999, 1_000_000, 1_000_001, 12.5]
  ),
  ecart: genre(ecartSoustrait, [0, 0.05, 0.2, 0.25, 0.29 - 0.04, 2, 4, 20 - 18, 25 - 21, 25, 26]),
  tauxRetenu: genre(
    (tirer) => entier(10, 130, tirer) / 100,
    [0, 0.15, 0.165, 0.17, 0.25, 0.33, 0.335, 1 / 3, 0.4, 0.5, 0.8, 1, 2]
  ),
  residences: genre((tirer) => entier(1000, 60_000, tirer), [0, 1, 6000, 1e7, 1e7 + 1, 0.5]),
  logementsSociaux: genre((tirer) => entier(0, 9000, tirer), [0, 1, 6000, 1e7, 1e7 + 1, 0.5]),
  cible: genre(
    (tirer) => choisir([0.2, 0.25, 20, 25], tirer),
    [0.2, 0.25, 20, 25, 0.3 - 0.1, 1 - 0.75, 0.22, 22]
  ),
  tauxLs: genre(
    (tirer) => (tirer() < 0.7 ? entier(0, 400, tirer) / 2000 : entier(0, 250, tirer) / 10),
    [0, 0.1, 0.3 - 0.2, 1, 100, 0.99]
  ),
  objectif: genre(
    (tirer) => (tirer() < 0.3 ? entier(1, 5e9, tirer) / 1e6 : entier(1, 5000, tirer)),
    [0, 1, 10, 160, 165, 0.000001, 3.333333, 1_000_000, 1_000_001]
  ),
  realises: genre((tirer) => entier(0, 3000, tirer), [0, 1, 165, 1_000_000, 12.5]),
  variation: genre((tirer) => entier(-2000, 9000, tirer), [0, 1, -1, -1e7, 1e7, 1e7 + 1, 0.5]),
  population: genre((tirer) => entier(1, 12_000, tirer), [0, 4999, 5000, 5001, 1e7, 1e7 + 1, 0.5]),
  part: genre((tirer) => entier(0, 1000, tirer) / 1000, [0, 0.3, 0.5, 0.1 + 0.2, 1, 1.01]),
  periodesConsommees: genre((tirer) => entier(0, 4, tirer), [0, 1, 2, 3, 4, 10, 11, 1.5]),
  date: genre(
    (tirer) =>
      tirer() < 0.3 ? entier(2018, 2031, tirer) : entier(43_000, 48_000, tirer) + tirer(),
    [2020, 2022.5, 2028, 2029, 43_830, 43_831, 44_927, 46_022, 46_023, 47_118, 47_119, 2_958_465]
  ),
  type: mots([
    "sans aménagement",
    "légal",
    "classique",
    "droit commun",
    "abaissant",
    "mutualisant",
    "entrante-1",
    "entrante-2",
    "entrante-cours",
    "rehaussé",
  ]),
  arrondi: mots(["supérieur", "au plus proche", "aucun"]),
  lecture: mots(["guide", "loi"]),
  periode: mots(["2020-2022", "2023-2025", "2026-2028"]),
  plh: ((tirer) =>
    tirer() < 0.5 ? tirer() < 0.5 : mots(["oui", "vrai", "non", "faux"])(tirer)) as Genre,
} satisfies Record<string, Genre>;

const mot = (texte: string): ArgumentDeForme => ({ litteral: texte === "" ? "" : `"${texte}"` });
const un = (nom: Tirage["genre"]): Tirage => ({ genre: nom });
/** Un argument calculé : la même valeur, sans être une référence. */
const calcule = (nom: Tirage["genre"]): Tirage => ({
  genre: nom,
  ecrire: (reference) => `IF(1=1,${reference})`,
});

const D = un("deficit");
const E = un("ecart");
const TYPE = un("type");

/** Les formes d'appel éprouvées de chaque fonction convertible. */
export const FORMES: Readonly<Record<string, readonly Forme[]>> = {
  OBJECTIF: [
    [D, E],
    [calcule("deficit"), calcule("ecart"), mot("mutualisant")],
    [D, E, TYPE],
    [D, E, TYPE, un("tauxRetenu")],
    [D, E, mot("abaissant"), un("tauxRetenu"), mot("aucun")],
    [D, E, mot("Mutualisant"), calcule("tauxRetenu"), un("arrondi")],
    [D, E, mot("rehaussé"), un("tauxRetenu"), mot("au plus proche"), un("periode")],
    [D, E, mot("entrante-cours"), un("tauxRetenu"), un("arrondi"), mot("2023-2025")],
    [D, E, TYPE, { litteral: "30%" }, mot(""), un("periode")],
    [D, E, mot("abaisant")],
  ],
  PLANCHER: [
    [D, E, mot("abaissant")],
    [D, E, mot("mutualisant"), mot("loi")],
    [D, E, TYPE, un("lecture")],
    [calcule("deficit"), E, TYPE, mot(""), un("periode")],
    [D, E, TYPE, un("lecture"), un("periode")],
  ],
  "TAUX.RATTRAPAGE": [[E], [calcule("ecart"), TYPE], [E, TYPE, un("periode")]],
  "TAUX.PLANCHER": [
    [E, mot("mutualisant"), un("lecture")],
    [E, TYPE],
    [E, TYPE, un("lecture"), un("periode")],
  ],
  "PERIODES.RESTANTES": [
    [mot("abaissant"), un("periodesConsommees")],
    [TYPE, calcule("periodesConsommees")],
  ],
  "TAUX.LS": [
    [un("logementsSociaux"), un("residences")],
    [calcule("logementsSociaux"), calcule("residences")],
  ],
  MANQUANTS: [
    [un("logementsSociaux"), un("residences"), { litteral: "20%" }],
    [un("logementsSociaux"), un("residences"), un("cible")],
    [un("logementsSociaux"), un("residences"), { litteral: "0.3" }],
  ],
  ECART: [
    [{ litteral: "25" }, un("tauxLs")],
    [un("cible"), un("tauxLs")],
    [{ litteral: "20%" }, calcule("tauxLs")],
  ],
  "PLAI.MIN": [[un("objectif")], [calcule("objectif")]],
  "PLS.MAX": [
    [un("objectif")],
    [un("objectif"), un("tauxLs")],
    [un("objectif"), un("tauxLs"), { litteral: "FALSE" }],
    [un("objectif"), calcule("tauxLs"), un("plh")],
    [un("objectif"), mot(""), un("plh")],
  ],
  EQUILIBRE: [
    [
      { genre: "objectif", largeur: 3 },
      { genre: "objectif", largeur: 3 },
    ],
  ],
  ATTEINTE: [[un("objectif"), un("realises")]],
  DEROGATION: [[un("population"), un("part")]],
  "PART.SOCIALE": [[un("variation"), un("residences")]],
  TENSION: [[un("logementsSociaux"), un("residences")]],
  PERIODE: [[un("date")]],
  INVENTAIRE: [[un("periode")], [mot("2023-2025")]],
};
