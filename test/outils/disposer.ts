import fc from "fast-check";
import { RUBRIQUES, type FeuilleLue, type Rubrique, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "./feuille";

type Ligne = ValeurDeCellule[];

/** Une colonne : sa rubrique et les titres qu'un agent peut lui donner ; seul le deuxième peut nommer la mutualisation. */
export const COLONNES: readonly [Rubrique, readonly string[]][] = [
  ["deficit", ["LLS manquants", "Déficit", "Nb lgts soc. manquants au 01/01/2025"]],
  ["tauxLs", ["Tx LS", "% SRU", "Taux de LLS (%)"]],
  ["tauxCible", ["Taux cible", "Obligation SRU", "Taux légal SRU à atteindre"]],
  ["tauxAvant", ["Taux de ratt. légal", "Taux avant CMS", "TX_RATT_LEGAL"]],
  ["objectifAvant", ["Obj. légal", "Objectifs 2026-2028 avant mutualisation", "OBJ_AVANT"]],
  ["tauxApres", ["Taux retenu", "% après mutualisation", "Tx ratt. après"]],
  ["objectifApres", ["Objectif retenu", "Obj. 26-28 après mutu.", "LLS à produire après CMS"]],
  ["capacite", ["Capacité", "Potentiel identifié (lgts)"]],
  ["population", ["Population", "Nb d'habitants", "Pop. municipale"]],
  ["plai", ["PLAI", "dont PLAI"]],
  ["pls", ["PLS", "dont PLS (30 % max)"]],
];

export interface Commune {
  nom: string;
  valeurs: Partial<Record<Rubrique, number>>;
}

const commune = fc
  .record({
    deficit: fc.integer({ min: 10, max: 3000 }),
    // En centièmes : de 3 à 19,99 %, lus en pour-cent ou en fraction.
    tauxLs: fc.integer({ min: 300, max: 1999 }),
    tauxAvant: fc.constantFrom(33, 50, 100),
    objectifAvant: fc.integer({ min: 5, max: 900 }),
    tauxApres: fc.integer({ min: 17, max: 99 }),
    objectifApres: fc.integer({ min: 5, max: 900 }),
    capacite: fc.integer({ min: 5, max: 900 }),
    population: fc.integer({ min: 1500, max: 90000 }),
    plai: fc.integer({ min: 5, max: 300 }),
    pls: fc.integer({ min: 5, max: 300 }),
  })
  .map((nombres) => ({ ...nombres, tauxCible: 20, tauxLs: nombres.tauxLs / 100 }));

export const communes: fc.Arbitrary<Commune[]> = fc
  .array(commune, { minLength: 2, maxLength: 8 })
  .map((liste) =>
    liste.map((valeurs, k) => ({ nom: `Sainte-Fiction-${"abcdefgh"[k] ?? ""}`, valeurs }))
  );

export const disposition = fc.record({
  ordre: fc.shuffledSubarray([...COLONNES.keys()], { minLength: COLONNES.length }),
  titres: fc.array(fc.nat(2), { minLength: COLONNES.length, maxLength: COLONNES.length }),
  majuscules: fc.boolean(),
  decalage: fc.record({ lignes: fc.nat(6), colonnes: fc.nat(4) }),
  enTete: fc.subarray(["Contrat de mixité sociale", "CA du Val d'Or", "Projet du 12 mai"]),
  intertitres: fc.array(fc.nat(8), { maxLength: 3 }),
  vides: fc.array(fc.nat(8), { maxLength: 3 }),
  notes: fc.subarray(["Source : DDT", "* à recaler avant signature", "Moyenne des communes"]),
  total: fc.constantFrom(null, "TOTAL EPCI", "Ensemble", "Somme", ""),
  sousTotaux: fc.boolean(),
  numeros: fc.boolean(),
  observations: fc.boolean(),
  logements: fc.boolean(),
  masquees: fc.array(fc.nat(20), { maxLength: 3 }),
  unite: fc.constantFrom("pourcent", "fraction", "format", "texte" as const),
  milliers: fc.constantFrom(null, " ", "\u00a0", "\u202f"),
  page: fc.record({ ligne: fc.nat(50), colonne: fc.nat(20) }),
});

export type Disposition = typeof disposition extends fc.Arbitrary<infer D> ? D : never;

/** Sans fioriture : l'ordre de `COLONNES`, leurs premiers titres, des nombres nus, ni total ni note. */
export const SANS_APPRET: Disposition = {
  ordre: [...COLONNES.keys()],
  titres: COLONNES.map(() => 0),
  majuscules: false,
  decalage: { lignes: 0, colonnes: 0 },
  enTete: [],
  intertitres: [],
  vides: [],
  notes: [],
  total: null,
  sousTotaux: false,
  numeros: false,
  observations: false,
  logements: false,
  masquees: [],
  unite: "pourcent",
  milliers: null,
  page: { ligne: 0, colonne: 0 },
};

function ecrire(rubrique: Rubrique, nombre: number, d: Disposition): ValeurDeCellule {
  if (RUBRIQUES[rubrique] === "taux") {
    if (d.unite === "pourcent") return nombre;
    return d.unite === "texte" ? `${String(nombre).replace(".", ",")} %` : Number(`${nombre}e-2`);
  }
  const milliers = String(nombre).replace(/(\d)(?=(\d{3})+$)/g, `$1${d.milliers ?? ""}`);
  if (d.logements && rubrique !== "population") return `${milliers} lgts`;
  return d.milliers === null ? nombre : milliers;
}

/** Écrit les communes sur une feuille, sous `titre`, comme le dit la disposition. */
export function disposer(liste: readonly Commune[], d: Disposition, titre?: string): FeuilleLue {
  const choisies = d.ordre.flatMap((rang) => COLONNES.slice(rang, rang + 1));
  const titres = choisies.map(([, variantes], k) => {
    const choisi = variantes[(d.titres[k] ?? 0) % variantes.length] ?? "";
    return d.majuscules ? choisi.toUpperCase() : choisi;
  });
  const enTete = [...(titre === undefined ? [] : [titre]), ...d.enTete];
  const encadrer = (numero: ValeurDeCellule, cellules: Ligne, note: ValeurDeCellule): Ligne => [
    ...(d.numeros ? [numero] : []),
    ...cellules,
    ...(d.observations ? [note] : []),
  ];
  const lignes: Ligne[] = [
    ...enTete.map((texte): Ligne => [texte]),
    ...(enTete.length > 0 ? [[]] : []),
    encadrer("N°", ["Commune", ...titres], "Observations"),
  ];
  const sommer = (nom: ValeurDeCellule, communes: readonly Commune[]): Ligne => {
    const somme = (rubrique: Rubrique): number =>
      communes.reduce((s, { valeurs }) => s + (valeurs[rubrique] ?? 0), 0);
    const sommes = choisies.map(([rubrique]) =>
      RUBRIQUES[rubrique] === "taux" ? null : somme(rubrique)
    );
    return encadrer(null, [nom, ...sommes], null);
  };
  let section: Commune[] = [];
  liste.forEach((commune, k) => {
    if (d.intertitres.includes(k)) {
      if (d.sousTotaux && section.length > 0) lignes.push(sommer("Sous-total", section));
      section = [];
      lignes.push(encadrer(null, [`Secteur ${k}`], null));
    }
    section.push(commune);
    if (d.vides.includes(k)) lignes.push([]);
    const cellules = choisies.map(([r]) => ecrire(r, commune.valeurs[r] ?? 0, d));
    lignes.push(encadrer(k + 1, [commune.nom, ...cellules], k % 2 ? "RAS" : null));
  });
  if (d.total !== null) lignes.push(sommer(d.total || null, liste));
  lignes.push([], ...d.notes.map((note): Ligne => [note]));
  const decalees = [
    ...Array.from({ length: d.decalage.lignes }, (): Ligne => []),
    ...lignes.map((ligne): Ligne => [
      ...Array.from({ length: d.decalage.colonnes }, () => null),
      ...ligne,
    ]),
  ];
  const feuille = feuilleDe(decalees);
  const debut = d.decalage.colonnes + (d.numeros ? 2 : 1);
  choisies.forEach(([rubrique], k) => {
    if (d.unite !== "format" || RUBRIQUES[rubrique] !== "taux") return;
    for (const ligne of feuille.cellules) {
      const cellule = ligne[debut + k];
      if (cellule && typeof cellule.valeur === "number") cellule.format = "0%";
    }
  });
  const lignesMasquees = new Set(d.masquees.map((rang) => d.page.ligne + rang));
  return { ...feuille, ...d.page, lignesMasquees };
}
