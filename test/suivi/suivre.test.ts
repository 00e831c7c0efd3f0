import fc from "fast-check";
import { phraserAlerte, phraserSuivi } from "../../src/redaction";
import { lireOperations, suivre, type Avancement, type Suivi } from "../../src/suivi";
import { article3, objectifsDe, type Ligne } from "./feuilles";

const COMMUNES = ["A", "B", "C"];

const ligne: fc.Arbitrary<Ligne> = fc.record(
  {
    commune: fc.constantFrom(...COMMUNES, "Ailleurs", ""),
    nom: fc.constantFrom("Un", "Deux", "Trois", "Quatre"),
    cadastre: fc.constantFrom("AB 1", "AB 2"),
    logements: fc.nat(60),
    sociaux: fc.oneof(fc.nat(60), fc.constant("env. 20")),
    plai: fc.nat(20),
    plus: fc.nat(20),
    pls: fc.nat(20),
    accession: fc.nat(9),
    prevue: fc.oneof(fc.integer({ min: 2024, max: 2031 }), fc.constant("bientôt")),
    financee: fc.integer({ min: 2024, max: 2031 }),
  },
  { requiredKeys: ["nom", "sociaux"] }
);

const part = fc.option(fc.nat(40));
const objectifs = fc
  .array(fc.record({ objectif: fc.nat(100), plai: part, pls: part }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((tires) =>
    objectifsDe(tires.map((tire, rang) => ({ ...tire, nom: COMMUNES[rang] ?? "", deficit: 100 })))
  );

const suivi: fc.Arbitrary<Suivi> = fc
  .tuple(
    objectifs,
    fc.array(ligne, { maxLength: 12 }),
    fc.array(ligne, { maxLength: 3 }),
    fc.nat(300)
  )
  .map(([vises, lignes, ulterieurs, deficit]) =>
    suivre({
      objectifs: vises,
      article3: lireOperations(article3(lignes, ulterieurs)),
      jour: "2027-09-01",
      inventaire: [{ nom: "A", insee: null, deficit, adresse: "C4" }],
    })
  );

const couvre = ({ objectif, finances, prevus, aTrouver }: Avancement): boolean =>
  aTrouver >= 0 && finances + prevus + aTrouver >= objectif;

test("financés, prévus et à trouver couvrent toujours l'objectif, commune par commune", () => {
  fc.assert(
    fc.property(suivi, ({ communes, total }) => {
      expect([...communes, total].every(couvre)).toBe(true);
      for (const { finances, prevus, annees } of [...communes, total]) {
        expect(annees.map(({ annee }) => annee)).toEqual([2026, 2027, 2028]);
        expect(annees.reduce((n, annee) => n + annee.finances, 0)).toBe(finances);
        expect(annees.reduce((n, annee) => n + annee.prevus, 0)).toBe(prevus);
      }
    })
  );
});

test("jamais de compensation : le total est la somme des communes", () => {
  fc.assert(
    fc.property(suivi, ({ communes, total }) => {
      const somme = (nombre: (commune: Avancement) => number): number =>
        communes.reduce((n, commune) => n + nombre(commune), 0);
      expect(total.aTrouver).toBe(somme(({ aTrouver }) => aTrouver));
      expect(total.finances).toBe(somme(({ finances }) => finances));
      const connus = communes.every(({ pls }) => pls.maximum !== null);
      expect(total.pls.possibles === null).toBe(!connus);
      if (connus) expect(total.pls.possibles).toBe(somme(({ pls }) => pls.possibles ?? 0));
    })
  );
});

test("une opération de plus ne fait jamais trouver davantage", () => {
  fc.assert(
    fc.property(objectifs, fc.array(ligne, { maxLength: 8 }), ligne, (vises, lignes, autre) => {
      const reste = (dites: Ligne[]): number =>
        suivre({ objectifs: vises, article3: lireOperations(article3(dites)) }).total.aTrouver;
      expect(reste([...lignes, autre])).toBeLessThanOrEqual(reste(lignes));
    })
  );
});

test("chaque alerte se dit en entier, les plus graves d'abord", () => {
  const ordre = ["erreur", "avertissement", "information"];
  const codes = new Set<string>();
  fc.assert(
    fc.property(suivi, ({ alertes }) => {
      const gravites = alertes.map(({ gravite }) => ordre.indexOf(gravite));
      expect(gravites).toEqual([...gravites].sort());
      for (const alerte of alertes) {
        codes.add(alerte.code);
        const phrase = phraserAlerte(alerte);
        const dit = Object.values(phrase).join(" ");
        expect(dit).not.toMatch(/undefined|null|NaN|\[object| {2}/);
        expect(Object.values(phrase).every((texte) => texte !== "")).toBe(true);
      }
    }),
    { numRuns: 300 }
  );
  expect(codes.size).toBeGreaterThan(15);
});

test("sans article 3, tout est à trouver", () => {
  const rien = suivre({ objectifs: objectifsDe([{ nom: "A", objectif: 92 }]), article3: null });
  expect(rien.total).toMatchObject({ finances: 0, prevus: 0, aTrouver: 92 });
  expect(phraserSuivi(rien)).toBe("92 logements à trouver d’ici fin 2028");
});

test("Paris, Lyon, Marseille : seul l'objectif de la ville est opposable, un arrondissement y compense l'autre", () => {
  const { total, communes } = suivre({
    objectifs: objectifsDe(
      [
        { nom: "Paris 1er", objectif: 10 },
        { nom: "Paris 2e", objectif: 10 },
      ],
      "arrondissements"
    ),
    article3: lireOperations(
      article3([{ commune: "Paris 1er", nom: "Un", sociaux: 30, plai: 2, financee: 2026 }])
    ),
  });
  expect(total).toMatchObject({
    objectif: 20,
    finances: 30,
    aTrouver: 0,
    plai: { minimum: 6, aTrouver: 4 },
  });
  expect(communes.map(({ aTrouver }) => aTrouver)).toEqual([0, 10]);
});

test("des homonymes se distinguent par leur code INSEE", () => {
  const vises = objectifsDe([
    { nom: "Buxerolles", insee: "86041", objectif: 10 },
    { nom: "Buxerolles", insee: "21123", objectif: 10 },
  ]);
  const lignes = ["86041", "Buxerolles (21123)", "Buxerolles"].map((commune, rang) => ({
    commune,
    nom: `Opération ${rang}`,
    sociaux: 10 + rang,
    financee: 2026,
  }));
  const { communes, alertes } = suivre({
    objectifs: vises,
    article3: lireOperations(article3(lignes)),
  });
  expect(communes.map(({ finances }) => finances)).toEqual([10, 11]);
  expect(alertes.find(({ code }) => code === "commune-inconnue")).toMatchObject({
    operation: "Opération 2",
    adresse: "A6",
  });
});

test("rien de financé passé la mi-parcours : l'alerte dit la date, et qu'elle n'est que notre repère", () => {
  const objectifs = objectifsDe([{ nom: "A", objectif: 40 }]);
  const prevue = lireOperations(article3([{ commune: "A", nom: "Un", sociaux: 40, prevue: 2027 }]));
  const alertesAu = (jour: string) => suivre({ objectifs, article3: prevue, jour }).alertes;
  const duCode = (jour: string) => alertesAu(jour).find(({ code }) => code === "rien-de-finance");
  expect(duCode("2027-06-30")).toBeUndefined();
  const alerte = duCode("2027-07-01");
  expect(alerte && phraserAlerte(alerte).pourquoi).toMatch(/01\/07\/2027.*aucun texte ne la fixe/);
});

test("financé et prévu se comptent à part, par produit, par année et au total", () => {
  const objectifs = objectifsDe([
    { nom: "A", objectif: 50, plai: 15, pls: 9 },
    { nom: "B", objectif: 20, plai: 6, pls: 3 },
  ]);
  const lignes: Ligne[] = [
    // Prévue en 2028, financée plus tôt : elle est de 2026.
    { commune: "A", nom: "Un", sociaux: 20, plai: 6, pls: 4, prevue: 2028, financee: 2026 },
    { commune: "A", nom: "Deux", sociaux: 12, plai: 5, pls: 2, accession: 3, prevue: 2027 },
    { commune: "B", nom: "Trois", sociaux: 9, plai: 2, pls: 5, accession: 1, financee: 2028 },
  ];
  const { communes, total } = suivre({ objectifs, article3: lireOperations(article3(lignes)) });
  expect(communes[0]).toEqual({
    nom: "A",
    insee: null,
    objectif: 50,
    finances: 20,
    prevus: 12,
    aTrouver: 18,
    plai: { finances: 6, prevus: 5, minimum: 15, aTrouver: 4 },
    pls: { finances: 4, prevus: 2, maximum: 9, possibles: 3, enTrop: 0 },
    accession: { finances: 0, prevus: 3 },
    annees: [
      { annee: 2026, finances: 20, prevus: 0 },
      { annee: 2027, finances: 0, prevus: 12 },
      { annee: 2028, finances: 0, prevus: 0 },
    ],
  });
  expect(total).toEqual({
    objectif: 70,
    finances: 29,
    prevus: 12,
    aTrouver: 29,
    plai: { finances: 8, prevus: 5, minimum: 21, aTrouver: 8 },
    pls: { finances: 9, prevus: 2, maximum: 12, possibles: 3, enTrop: 2 },
    accession: { finances: 1, prevus: 3 },
    annees: [
      { annee: 2026, finances: 20, prevus: 0 },
      { annee: 2027, finances: 0, prevus: 12 },
      { annee: 2028, finances: 9, prevus: 0 },
    ],
  });
});

test("une part inconnue dans une commune l'est pour le contrat", () => {
  const { communes, total } = suivre({
    objectifs: objectifsDe([
      { nom: "A", objectif: 50, plai: 15, pls: 15 },
      { nom: "B", objectif: 20 },
    ]),
    article3: null,
  });
  expect(communes[1]).toMatchObject({
    plai: { minimum: null, aTrouver: null },
    pls: { maximum: null, possibles: null, enTrop: null },
  });
  expect(total).toMatchObject({
    objectif: 70,
    plai: { minimum: null, aTrouver: null },
    pls: { maximum: null, possibles: null, enTrop: null },
  });
});

test("une opération hors de la ville ne compte pas pour elle", () => {
  const { total } = suivre({
    objectifs: objectifsDe(
      [
        { nom: "Lyon 1er", objectif: 10 },
        { nom: "Lyon 2e", objectif: 10 },
      ],
      "arrondissements"
    ),
    article3: lireOperations(
      article3([
        { commune: "Lyon 2e", nom: "Un", sociaux: 8, financee: 2026 },
        { commune: "Bron", nom: "Deux", sociaux: 12, financee: 2026 },
      ])
    ),
  });
  expect(total).toMatchObject({ finances: 8, aTrouver: 12 });
});
