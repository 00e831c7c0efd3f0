import fc from "fast-check";
import {
  RUBRIQUES,
  lireTableaux,
  type FeuilleLue,
  type Rubrique,
  type TableauTrouve,
  type ValeurDeCellule,
} from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

type Ligne = ValeurDeCellule[];

/** Une colonne : sa rubrique et les titres qu'un agent peut lui donner. */
const COLONNES: readonly [Rubrique, readonly string[]][] = [
  ["deficit", ["LLS manquants", "Déficit", "Nb lgts soc. manquants au 01/01/2025"]],
  ["tauxLs", ["Tx LS", "% SRU", "Taux de LLS"]],
  ["tauxCible", ["Taux cible", "Obligation SRU"]],
  ["tauxAvant", ["Taux de ratt. légal", "Taux avant CMS"]],
  ["objectifAvant", ["Obj. légal", "Objectifs 2026-2028 avant mutualisation"]],
  ["tauxApres", ["Taux retenu", "Tx ratt. après"]],
  ["objectifApres", ["Objectif retenu", "Obj. 26-28 après mutu."]],
  ["capacite", ["Capacité"]],
  ["population", ["Population", "Nb d'habitants"]],
];

interface Commune {
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
  })
  .map((nombres) => ({ ...nombres, tauxCible: 20, tauxLs: nombres.tauxLs / 100 }));

const communes: fc.Arbitrary<Commune[]> = fc
  .array(commune, { minLength: 2, maxLength: 8 })
  .map((liste) =>
    liste.map((valeurs, k) => ({ nom: `Sainte-Fiction-${"abcdefgh"[k] ?? ""}`, valeurs }))
  );

const disposition = fc.record({
  ordre: fc.shuffledSubarray([...COLONNES.keys()], { minLength: COLONNES.length }),
  titres: fc.array(fc.nat(2), { minLength: COLONNES.length, maxLength: COLONNES.length }),
  majuscules: fc.boolean(),
  decalage: fc.record({ lignes: fc.nat(6), colonnes: fc.nat(4) }),
  enTete: fc.subarray(["Contrat de mixité sociale", "CA du Val d'Or", "Projet du 12 mai"]),
  intertitres: fc.array(fc.nat(8), { maxLength: 3 }),
  vides: fc.array(fc.nat(8), { maxLength: 3 }),
  notes: fc.subarray(["Source : DDT", "* à recaler avant signature", "Moyenne des communes"]),
  total: fc.constantFrom(null, "TOTAL EPCI", "Ensemble", "Somme", ""),
  unite: fc.constantFrom("pourcent", "fraction", "texte" as const),
  milliers: fc.constantFrom(null, " ", "\u00a0", "\u202f"),
  page: fc.record({ ligne: fc.nat(50), colonne: fc.nat(20) }),
});

type Disposition = typeof disposition extends fc.Arbitrary<infer D> ? D : never;

function ecrire(rubrique: Rubrique, nombre: number, d: Disposition): ValeurDeCellule {
  if (RUBRIQUES[rubrique] === "taux") {
    if (d.unite === "pourcent") return nombre;
    return d.unite === "fraction"
      ? Number(`${nombre}e-2`)
      : `${String(nombre).replace(".", ",")} %`;
  }
  if (d.milliers === null) return nombre;
  return String(nombre).replace(/(\d)(?=(\d{3})+$)/g, `$1${d.milliers}`);
}

function disposer(liste: readonly Commune[], d: Disposition): FeuilleLue {
  const choisies = d.ordre.flatMap((rang) => COLONNES.slice(rang, rang + 1));
  const titres = choisies.map(([, variantes], k) => {
    const titre = variantes[(d.titres[k] ?? 0) % variantes.length] ?? "";
    return d.majuscules ? titre.toUpperCase() : titre;
  });
  const lignes: Ligne[] = [
    ...d.enTete.map((texte): Ligne => [texte]),
    ...(d.enTete.length > 0 ? [[]] : []),
    ["Commune", ...titres],
  ];
  liste.forEach(({ nom, valeurs }, k) => {
    if (d.intertitres.includes(k)) lignes.push([`Secteur ${k}`]);
    if (d.vides.includes(k)) lignes.push([]);
    lignes.push([
      nom,
      ...choisies.map(([rubrique]) => ecrire(rubrique, valeurs[rubrique] ?? 0, d)),
    ]);
  });
  if (d.total !== null) {
    const somme = (rubrique: Rubrique): number =>
      liste.reduce((s, { valeurs }) => s + (valeurs[rubrique] ?? 0), 0);
    lignes.push([
      d.total || null,
      ...choisies.map(([rubrique]) => (RUBRIQUES[rubrique] === "taux" ? null : somme(rubrique))),
    ]);
  }
  lignes.push([], ...d.notes.map((note): Ligne => [note]));
  const decalees = [
    ...Array.from({ length: d.decalage.lignes }, (): Ligne => []),
    ...lignes.map((ligne): Ligne => [
      ...Array.from({ length: d.decalage.colonnes }, () => null),
      ...ligne,
    ]),
  ];
  return { ...feuilleDe(decalees), ...d.page };
}

const lues = ({ communes: liste }: TableauTrouve): unknown =>
  liste.map(({ nom, donnees }) => [
    nom,
    ...COLONNES.map(([rubrique]) => donnees[rubrique]?.valeur),
  ]);

test("le même tableau, disposé autrement, donne les mêmes communes et les mêmes valeurs", () => {
  fc.assert(
    fc.property(communes, disposition, (liste, d) => {
      const { tableaux } = lireTableaux(disposer(liste, d));
      expect(tableaux.map(lues)).toEqual([
        liste.map(({ nom, valeurs }) => [
          nom,
          ...COLONNES.map(([rubrique]) =>
            RUBRIQUES[rubrique] === "taux"
              ? Number(`${valeurs[rubrique] ?? 0}e-2`)
              : valeurs[rubrique]
          ),
        ]),
      ]);
      expect(tableaux[0]?.total?.nom ?? null).toBe(d.total);
    }),
    { numRuns: 300 }
  );
});

test("chaque donnée se retrouve à son adresse", () => {
  fc.assert(
    fc.property(communes, disposition, (liste, d) => {
      const feuille = disposer(liste, d);
      for (const { donnees } of lireTableaux(feuille).tableaux[0]?.communes ?? []) {
        for (const { adresse, stockee, etat } of Object.values(donnees)) {
          const [, lettres = "", numero = ""] = /^([A-Z]+)(\d+)$/.exec(adresse) ?? [];
          const colonne = [...lettres].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
          const cellule =
            feuille.cellules[Number(numero) - 1 - feuille.ligne]?.[colonne - feuille.colonne];
          if (etat !== "calculee") expect(cellule?.valeur).toEqual(stockee);
        }
      }
    }),
    { numRuns: 50 }
  );
});

test("n'importe quelle feuille reçoit une réponse, sans exception", () => {
  const mots = [
    "Commune",
    "Déficit",
    "Objectif",
    "Objectif légal",
    "Taux",
    "Objectif retenu",
    "Avant",
    "Après",
    "EPCI",
    "Total",
    "LLS",
    "RP",
    "Taux cible",
    "Écart",
    "Arrondissement",
    "12 %",
    "1 234",
    "NC",
    "CA du Val",
  ];
  const valeur = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...mots) },
    { weight: 2, arbitrary: fc.integer({ min: -10, max: 3000 }) },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ erreur: fc.constant("#N/A") })
  );
  const format = fc.constantFrom("General", "0%", "dd/mm/yyyy", '0" %"', "");
  const formule = fc.option(fc.constantFrom("=SUM(B2:B9)", "=B2+C2", "=", "=SUM("), {
    nil: undefined,
  });
  const cellule = fc.record({ valeur, format, formule }).map(({ formule: f, ...reste }) => ({
    ...reste,
    texte: JSON.stringify(reste.valeur),
    ...(f === undefined ? {} : { formule: f }),
  }));
  const plages = fc.constantFrom(
    "A1:C1",
    "B2:B3",
    "A1:XFD1048576",
    "n'importe quoi",
    "A1:",
    "$A$1"
  );
  const colonnes = fc.dictionary(
    fc.constantFrom("deficit", "commune", "objectifApres"),
    fc.constantFrom("A", "B", "ZZZ", "?", null)
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cellule, { maxLength: 8 }), { maxLength: 9 }),
      fc.array(plages, { maxLength: 3 }),
      colonnes,
      (cellules, fusions, choix) => {
        const feuille = { nom: "F", ligne: 0, colonne: 0, cellules, fusions };
        const { tableaux, absence } = lireTableaux(feuille, { colonnes: choix });
        expect(tableaux.length === 0).toBe(absence !== null);
        for (const { communes: liste } of tableaux)
          for (const { donnees } of liste)
            for (const [rubrique, { valeur: lu, etat }] of Object.entries(donnees))
              if (etat === "lue" && !["texte", "reponse"].includes(RUBRIQUES[rubrique as Rubrique]))
                expect(Number.isFinite(lu)).toBe(true);
      }
    ),
    { numRuns: 1500 }
  );
});
