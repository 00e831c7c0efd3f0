import { rassembler, type Matiere, type PlanDeFeuille, type Scalaire } from "../../src/feuilles";
import { planAttributions } from "../../src/feuilles/attributions";
import { ecrireEtatDeLaClause } from "../../src/redaction";
import { estCeConformeALaClause, quellePartDesAttributions } from "../../src/regles";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { attendusDe, lignesDuContrat } from "./contrats";
import { auDouzieme, ligneDe, recalculer, saisir, type Lire } from "./saisies";

function matiere(communes: number): Matiere {
  const controle = controler(feuilleDe(lignesDuContrat("mutualisant", communes)));
  return rassembler(controle, "complement", null);
}

const plan = (communes: number): PlanDeFeuille => planAttributions(matiere(communes), "A");

/** Le total, puis sa partie : aux bornes de 25 et 50 %, vides, incohérents. */
const COUPLES: [Scalaire, Scalaire][] = [
  [200, 30],
  [200, 50],
  [200, 49],
  [3, 1],
  [7, 7],
  [10_000_000, 2_500_001],
  [1, 0],
  [0, 0],
  [null, null],
  [12, null],
  [null, 3],
  [10, 11],
  [-1, -2],
  [10, 2.5],
  [10.5, 2],
  ["12", 3],
  [10_000_001, 3],
];

/** La part et ce qui manque, comme la feuille doit les montrer. */
function attendu(
  objectif: "q1-hors-qpv" | "q234-qpv" | "prioritaires",
  [total, partie]: readonly [Scalaire, Scalaire]
): unknown[] {
  if (total === null && partie === null) return ["", ""];
  const constat = quellePartDesAttributions(objectif, partie, total);
  // Une case vide vaut 0 pour la fonction ; sur la feuille, elle reste à remplir.
  if (!constat.ok || total === null || partie === null) return ["à vérifier", ""];
  return [auDouzieme(constat.part ?? "sans objet"), constat.manquantes];
}

const lus = (lire: Lire, ligne: number, colonnes: string): unknown[] =>
  [...colonnes].map((colonne) => lire(`${colonne}${ligne}`));

testAvecLibreOffice(
  "LibreOffice calcule les parts et ce qui manque comme les règles, commune par commune",
  async () => {
    const vide = plan(COUPLES.length);
    const premiere = ligneDe(vide, "A", "Nom") + 1;
    const lignes = COUPLES.map(([total, partie]) => [total, partie, null, null, total, partie]);
    const rempli = lignes.reduce(
      (p, [total, partie], rang) =>
        saisir(
          saisir(p, `B${premiere + rang}`, [[total ?? null, partie ?? null]]),
          `F${premiere + rang}`,
          [[total ?? null, partie ?? null]]
        ),
      vide
    );
    const [lire = () => null] = await recalculer([rempli]);
    const obtenus = COUPLES.map((_, rang) => lus(lire, premiere + rang, "DEHI"));
    expect(obtenus).toEqual(
      COUPLES.map((couple) => [...attendu("q1-hors-qpv", couple), ...attendu("q234-qpv", couple)])
    );
  },
  DELAI_LIBREOFFICE_MS
);

testAvecLibreOffice(
  "le total suit les lignes saisies, et la synthèse le reprend ; une ligne fausse l'arrête",
  async () => {
    const vide = plan(3);
    const premiere = ligneDe(vide, "A", "Nom") + 1;
    const justes = saisir(vide, `B${premiere}`, [
      [200, 30],
      [100, 20],
    ]);
    const fausse = saisir(justes, `B${premiere + 2}`, [[10, 11]]);
    const total = ligneDe(vide, "A", "Total saisi");
    const synthese = ligneDe(vide, "A", /^Hors QPV/);
    const [rien, bon, faux] = await recalculer([vide, justes, fausse]);
    const constat = quellePartDesAttributions("q1-hors-qpv", 50, 300);
    expect(constat).toMatchObject({ ok: true, manquantes: 25 });
    expect(lus(bon!, total, "BCDE")).toEqual([300, 50, auDouzieme(50 / 300), 25]);
    expect(lus(bon!, synthese, "BCDEFGH")).toEqual([
      300,
      50,
      auDouzieme(50 / 300),
      0.25,
      25,
      0.177,
      "non atteint\u00a0: il en manque 25",
    ]);
    expect(lus(bon!, synthese + 1, "BCDFH")).toEqual(["", "", "", "", ""]);
    expect(lus(faux!, total, "BCDE")).toEqual(["à vérifier", "à vérifier", "à vérifier", ""]);
    expect(lus(faux!, synthese, "DFH")).toEqual(["à vérifier", "", "à vérifier"]);
    expect(lus(rien!, total, "BCDEFGHI")).toEqual(["", "", "", "", "", "", "", ""]);
  },
  DELAI_LIBREOFFICE_MS
);

testAvecLibreOffice(
  "chaque réservataire a sa part de publics prioritaires, comme la règle le dit",
  async () => {
    const vide = plan(1);
    const premiere = ligneDe(vide, "A", "Réservataire") + 1;
    const couples = COUPLES.slice(0, 6);
    const [lire = () => null] = await recalculer([saisir(vide, `B${premiere}`, couples)]);
    expect(couples.map((_, rang) => lus(lire, premiere + rang, "DF"))).toEqual(
      couples.map((couple) => attendu("prioritaires", couple))
    );
    expect(lire(`G${premiere + 1}`)).toBe("objectif atteint");
  },
  DELAI_LIBREOFFICE_MS
);

testAvecLibreOffice(
  "la clause de chaque opération est celle que la règle juge",
  async () => {
    const vide = plan(1);
    const premiere = ligneDe(vide, "A", "Opération, commune") + 1;
    const operations: Scalaire[][] = [
      [41, 12, 5, "Oui"],
      [40, 12, 4, null],
      [20, 6, 3, "Non"],
      [20, 5, 3, "Non"],
      [9, 3, 1, "Oui"],
      [0, 0, 0, null],
      [10, 9, 4, null],
      [40, 12, 4, "Peut-être"],
      [40, -1, 4, "Oui"],
      [29, 9, 2, "non"],
      [40, 12, null, null],
      [null, null, null, null],
    ];
    const [lire = () => null] = await recalculer([saisir(vide, `B${premiere}`, operations)]);
    const attendus = operations.map((saisies) => {
      const [plus = null, modestes = null, depassements = null, subventionnee = null] = saisies;
      if (saisies.every((saisie) => saisie === null)) return ["", "", "", "", ""];
      const clause = estCeConformeALaClause(plus, modestes, depassements, subventionnee);
      if (!clause.ok || depassements === null) return ["", "", "", "", "à vérifier"];
      const { minimum, maximum, modestesManquants, depassementsDeTrop } = clause;
      return [
        minimum,
        maximum,
        modestesManquants,
        depassementsDeTrop,
        ecrireEtatDeLaClause(clause),
      ];
    });
    expect(operations.map((_, rang) => lus(lire, premiere + rang, "FGHIJ"))).toEqual(attendus);
    expect(new Set(attendus.map((attendu) => attendu[4]))).toEqual(
      new Set(["non tenue", "tenue", "à confirmer", "sans objet", "à vérifier", ""])
    );
  },
  DELAI_LIBREOFFICE_MS
);

test("les cinq dispositifs de loyers sont là ; celui qui a pris fin le dit", () => {
  const textes = [...attendusDe(plan(1)).values()].join("\n");
  expect(textes).toMatch(/expérimentation a pris fin en mai 2024/);
  for (const dispositif of [/SLS/, /Clause de mixité/, /Interchangeabilité/, /NPL/, /dérogatoires/])
    expect(textes).toMatch(dispositif);
});

test("les noms des communes sont des textes : triée, la source ne déplacerait pas les saisies d'à côté", () => {
  const valeurs = plan(4).blocs.flatMap(({ contenus }) => contenus.flat());
  expect(valeurs).toContain('=HYPERLINK("http://exemple";"clic")');
});
