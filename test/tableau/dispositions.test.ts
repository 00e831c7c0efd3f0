import fc from "fast-check";
import { RUBRIQUES, lireTableaux, type Rubrique, type TableauTrouve } from "../../src/tableau";
import { COLONNES, communes, disposer, disposition } from "../outils/disposer";

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
