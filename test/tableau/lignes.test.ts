import { lireTableaux, type TableauTrouve, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Ce qu'est chaque ligne sous les titres : une commune, un total, autre chose. */

type Ligne = ValeurDeCellule[];

function seul(lignes: Ligne[], fusions?: string[]): TableauTrouve {
  const [tableau, autre] = lireTableaux({ ...feuilleDe(lignes), fusions }).tableaux;
  if (!tableau || autre) throw new Error("un tableau était attendu");
  return tableau;
}

const noms = ({ communes }: TableauTrouve): string[] => communes.map(({ nom }) => nom);
const ecartees = ({ ecartees }: TableauTrouve): unknown[] =>
  ecartees.map(({ ligne, texte, motif }) => [ligne, texte, motif]);
const sommes = ({ total, sousTotaux }: TableauTrouve): unknown => ({
  total: total && [total.nom, total.portee],
  sousTotaux: sousTotaux.map(({ nom, portee }) => [nom, portee]),
});

const TITRES: Ligne = ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"];
const A: Ligne = ["Alpha", 500, 165, 125];
const B: Ligne = ["Bêta", 300, 99, 75];
const C: Ligne = ["Gamma", 100, 33, 25];
const D: Ligne = ["Delta", 200, 66, 50];
const TOTAL: Ligne = ["Total", 800, 264, 200];

describe("une commune", () => {
  test.each([
    ["un rang", "Périodes consécutives", 2],
    ["un taux", "Taux LS", 15],
    ["un écart", "Écart (points)", 5],
    ["un effectif", "Résidences principales", 9000],
    ["une erreur", "Résidences principales", { erreur: "#N/A" }],
  ] as const)("dont la ligne ne porte qu'%s, au bas du tableau, en est une", (_, titre, valeur) => {
    const lu = seul([
      [...TITRES, titre],
      [...A, valeur],
      ["Gamma", null, null, null, valeur],
    ]);
    expect(noms(lu)).toContain("Gamma");
  });

  test("« NC » au milieu du tableau n'y change rien ; une longue remarque n'est pas une donnée", () => {
    const lignes = (texte: string): string[] => noms(seul([TITRES, A, ["Hameau :", texte], B]));
    expect(lignes("NC")).toEqual(["Alpha", "Hameau :", "Bêta"]);
    expect(lignes("12345678901234567 NC")).toEqual(["Alpha", "Hameau :", "Bêta"]);
    expect(lignes("123456789012345678 NC")).toEqual(["Alpha", "Bêta"]);
  });

  test("peut s'appeler comme une grande ville", () => {
    expect(noms(seul([TITRES, A, ["Lyon", 300, 99, 75]]))).toEqual(["Alpha", "Lyon"]);
  });

  test("avec son code INSEE, même si son nom dit autre chose", () => {
    const lu = seul([
      ["INSEE", ...TITRES],
      ["86001", ...A],
      ["86002", "Solde", 300, 99, 75],
      [null, "Marge", 5, 5, 5],
    ]);
    expect(noms(lu)).toEqual(["Alpha", "Solde"]);
    expect(ecartees(lu)).toEqual([[3, "Marge", "commentaire"]]);
  });

  test.each([
    ["86001 - Alpha", "Alpha"],
    ["86001 – Alpha", "Alpha"],
    ["86001 : Alpha", "Alpha"],
    ["86001 Alpha", "Alpha"],
    ["2A004 Ajaccio", "Ajaccio"],
    ["2B033 - Bastia", "Bastia"],
    ["Alpha (86001)", "Alpha"],
    ["Bastia (2B033)", "Bastia"],
    ["  Val   d'Or\u200b ", "Val d'Or"],
    ["8600 Alpha", "8600 Alpha"],
    ["86001Alpha", "86001Alpha"],
    ["86001 - 2", "86001 - 2"],
    ["Alpha (1)", "Alpha (1)"],
    ["Alpha (86001) bis", "Alpha (86001) bis"],
    ["Le 86001 - Alpha", "Le 86001 - Alpha"],
  ])("« %s » s'appelle « %s »", (ecrit, nom) => {
    expect(noms(seul([TITRES, [ecrit, 500, 165, 125], B]))).toEqual([nom, "Bêta"]);
  });

  test("un nombre ou une erreur à la place du nom se lit comme du texte", () => {
    const lu = seul([TITRES, [{ erreur: "#N/A" }, 500, 165, 125], [12, 300, 99, 75], C, D]);
    expect(noms(lu)).toEqual(["#N/A", "12", "Gamma", "Delta"]);
  });
});

describe("une ligne de repères sous les titres", () => {
  test.each([[["a", "b", "c", "d"]], [["(a)", "(b)", "(c)", "(d)"]], [[1, 2, 3, 4]]] as Ligne[][])(
    "%j",
    (repere) => {
      const lu = seul([TITRES, repere, A, B]);
      expect(noms(lu)).toEqual(["Alpha", "Bêta"]);
    }
  );

  test.each([[["1", 500, 165, 125]], [[2, 3, 4, 5]], [[1, 2, 4, 5]]] as Ligne[][])(
    "%j n'en est pas une",
    (ligne) => {
      expect(noms(seul([TITRES, ligne, A, B]))).toHaveLength(3);
    }
  );

  test("deux numéros ne suffisent pas", () => {
    expect(noms(seul([TITRES, A, [1, 2, null, null], B]))).toEqual(["Alpha", "1", "Bêta"]);
  });
});

describe("une ligne écartée", () => {
  test("les titres répétés, quand rien ne les suit d'autre que des communes", () => {
    const lu = seul([TITRES, A, ["Commune", "à voir"], B]);
    expect([noms(lu), ecartees(lu)]).toEqual([
      ["Alpha", "Bêta"],
      [[2, "Commune", "titres repetes"]],
    ]);
  });

  test("un intertitre range les communes qui le suivent ; un total le ferme", () => {
    const lu = seul([TITRES, ["Secteur Nord"], A, ["Sous-total", 500, 165, 125], B, TOTAL]);
    expect(lu.communes.map(({ nom, section }) => [nom, section])).toEqual([
      ["Alpha", "Secteur Nord"],
      ["Bêta", null],
    ]);
    expect(ecartees(lu)).toEqual([[1, "Secteur Nord", "intertitre"]]);
  });

  test("sous la dernière commune, un texte seul est une note", () => {
    const lu = seul([TITRES, ["Secteur Nord"], A, ["Inventaire provisoire"]]);
    expect(ecartees(lu)).toEqual([
      [1, "Secteur Nord", "intertitre"],
      [3, "Inventaire provisoire", "note"],
    ]);
  });

  test("un commentaire chiffré entre les communes n'en est pas une", () => {
    const lu = seul([TITRES, A, ["Moyenne", 400, 132, 100], B]);
    expect([noms(lu), ecartees(lu)]).toEqual([["Alpha", "Bêta"], [[2, "Moyenne", "commentaire"]]]);
  });

  test("des unités sous les titres ne sont pas un intertitre : un nom seul reste une commune", () => {
    const lu = seul(
      [
        ["N°", "Commune", "Parc", null, null, "Déficit", "Rattrapage", null],
        [null, null, "RP", "LLS", "Taux", null, "Légal", "Mutualisé"],
        [null, null, "nb", "nb", "%", "nb", "nb", "nb"],
        [1, "Alpha", 10_000, 1500, 15, 500, 165, 125],
        [null, "Gamma"],
        [2, "Bêta", 6000, 900, 15, 300, 99, 75],
      ],
      ["C1:E1", "G1:H1"]
    );
    expect(noms(lu)).toEqual(["Alpha", "Gamma", "Bêta"]);
    expect(lu.communes[0]?.section).toBeNull();
  });

  test("hors contrat : sous le total, après un intertitre qui le dit, et là seulement", () => {
    const hors = [["Communes exemptées"], C];
    const dessous = seul([TITRES, A, B, TOTAL, ...hors]);
    expect([noms(dessous), ecartees(dessous).at(-1)]).toEqual([
      ["Alpha", "Bêta"],
      [5, "Gamma", "hors contrat"],
    ]);
    expect(noms(seul([TITRES, A, B, ...hors]))).toEqual(["Alpha", "Bêta", "Gamma"]);
    expect(noms(seul([TITRES, A, B, TOTAL, ["Secteur Sud"], C]))).toEqual([
      "Alpha",
      "Bêta",
      "Gamma",
    ]);
  });

  test("après les derniers nombres et un blanc, « NC » et des noms sont des signatures", () => {
    expect(noms(seul([TITRES, A, B, [], ["M. Durand", "lu"], ["Mme Petit", "lu"]]))).toEqual([
      "Alpha",
      "Bêta",
    ]);
    expect(noms(seul([TITRES, A, B, ["Gamma", "NC"]]))).toEqual(["Alpha", "Bêta", "Gamma"]);
  });

  test("un nom seul parmi les communes : la sienne, sauf fusion, intertitres ou total avant lui", () => {
    expect(noms(seul([TITRES, A, ["Gamma"], B]))).toEqual(["Alpha", "Gamma", "Bêta"]);
    expect(noms(seul([TITRES, A, ["Gamma"], B], ["A3:D3"]))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul([TITRES, ["Gamma"], A, B]))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul([TITRES, ["Secteur Nord"], A, ["Gamma"], B]))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul([TITRES, A, B, ["Sous-total", 800, 264, 200], ["Gamma"], C, D]))).toEqual([
      "Alpha",
      "Bêta",
      "Gamma",
      "Delta",
    ]);
    expect(noms(seul([TITRES, A, B, ["Gamma"]]))).toEqual(["Alpha", "Bêta"]);
  });
});

describe("un total sans le mot", () => {
  const bourg = (...nombres: Ligne): Ligne => ["Bourg", ...nombres];

  test("au bas d'un tableau sans taux, il faut trois sommes justes", () => {
    expect(sommes(seul([TITRES, A, B, bourg(800, 264, 200)]))).toMatchObject({
      total: ["Bourg", [0, 1]],
    });
    for (const presque of [bourg(800, 264, 201), bourg(800, 264, null), bourg(800, null, 200)])
      expect(noms(seul([TITRES, A, B, presque]))).toEqual(["Alpha", "Bêta", "Bourg"]);
    expect(noms(seul([TITRES, A, B, bourg(800, 264, 200), C]))).toContain("Bourg");
    expect(noms(seul([TITRES, A, bourg(500, 165, 125)]))).toEqual(["Alpha", "Bourg"]);
  });

  test.each([
    ["Taux LS", 15],
    ["Écart (points)", 5],
  ])("avec une colonne « %s », il faut qu'elle soit vide", (titre, valeur) => {
    const lignes = (bas: ValeurDeCellule): Ligne[] => [
      [...TITRES, titre],
      [...A, valeur],
      [...B, valeur],
      [...bourg(800, 264, 200), bas],
    ];
    expect(noms(seul(lignes(null)))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul(lignes(valeur)))).toEqual(["Alpha", "Bêta", "Bourg"]);
  });

  test("sans nom, une seule somme juste suffit", () => {
    expect(noms(seul([TITRES, A, B, [null, 800, 1, 2]]))).toEqual(["Alpha", "Bêta"]);
    expect(noms(seul([TITRES, A, B, [null, 801, 1, 2]]))).toEqual(["Alpha", "Bêta", ""]);
  });

  test("une somme dont une part est illisible n'est pas devinée", () => {
    const lu = seul([TITRES, A, ["Bêta", "NC", "NC", "NC"], [null, 500, 165, 125]]);
    expect(noms(lu)).toEqual(["Alpha", "Bêta", ""]);
  });

  test("des sommes au millionième près : 10,1 et 20,2 font 30,3", () => {
    const lu = seul([TITRES, ["Alpha", 10.1, 8, 8], ["Bêta", 20.2, 9, 9], [null, 30.3, 1, 1]]);
    expect(noms(lu)).toEqual(["Alpha", "Bêta"]);
  });
});

describe("total et sous-totaux", () => {
  test("le premier d'une intercommunalité, après un sous-total, reste le total", () => {
    const lu = seul([
      TITRES,
      A,
      ["Sous-total", 500, 165, 125],
      B,
      ["Total CC du Val", 800, 264, 200],
    ]);
    expect(sommes(lu)).toEqual({
      total: ["Total CC du Val", [0, 1]],
      sousTotaux: [["Sous-total", [0]]],
    });
  });

  test("deux intercommunalités, chacune son total : aucun n'est celui du tableau", () => {
    const lu = seul([
      TITRES,
      A,
      B,
      ["Total CC du Val", 800, 264, 200],
      C,
      D,
      ["Total CA du Mont", 300, 99, 75],
    ]);
    expect(sommes(lu)).toEqual({
      total: null,
      sousTotaux: [
        ["Total CC du Val", [0, 1]],
        ["Total CA du Mont", [2, 3]],
      ],
    });
    expect(lu.communes.map(({ epci }) => epci)).toEqual([
      "CC du Val",
      "CC du Val",
      "CA du Mont",
      "CA du Mont",
    ]);
  });

  test("deux totaux du même mot : celui du bas l'est s'il additionne tout, pas s'il n'additionne que son groupe", () => {
    const lignes = (bas: Ligne): Ligne[] => [TITRES, A, B, TOTAL, C, D, bas];
    expect(sommes(seul(lignes(["Total", 1100, 363, 275])))).toEqual({
      total: ["Total", [0, 1, 2, 3]],
      sousTotaux: [["Total", [0, 1]]],
    });
    expect(sommes(seul(lignes(["Total", 300, 99, 75])))).toEqual({
      total: null,
      sousTotaux: [
        ["Total", [0, 1]],
        ["Total", [2, 3]],
      ],
    });
    expect(sommes(seul(lignes(["Total", 1, 2, 3])))).toMatchObject({
      total: ["Total", [0, 1, 2, 3]],
    });
  });

  test("un sous-total puis un total, au même endroit", () => {
    const lu = seul([TITRES, A, B, ["Sous-total", 800, 264, 200], ["Total", 800, 264, 200]]);
    expect(sommes(lu)).toEqual({
      total: ["Total", [0, 1]],
      sousTotaux: [["Sous-total", [0, 1]]],
    });
  });

  test("une intercommunalité en tête de toutes ses communes en est le total", () => {
    const lu = seul([TITRES, ["CC du Val", 800, 264, 201], A, B]);
    expect(sommes(lu)).toEqual({ total: ["CC du Val", [0, 1]], sousTotaux: [] });
    expect(lu.communes.map(({ section, epci }) => [section, epci])).toEqual([
      ["CC du Val", "CC du Val"],
      ["CC du Val", "CC du Val"],
    ]);
  });

  test("la plage va des titres au dernier total, les données de la première à la dernière commune", () => {
    const lu = seul([["Note"], TITRES, ["Secteur Nord"], A, B, TOTAL, ["Source : DDT"]]);
    expect([lu.plage, lu.plageDonnees]).toEqual(["A2:D6", "A4:D5"]);
    expect(lu.total).toMatchObject({ ligne: 5, masquee: false });
  });

  test("la ville est le total de ses arrondissements", () => {
    const lu = seul([
      ["Arrondissement", "LLS manquants", "Objectif proposé"],
      ["1er", 500, 120],
      ["2e", 600, 40],
      ["Ville de Lyon", 1, 2],
    ]);
    expect(sommes(lu)).toEqual({ total: ["Ville de Lyon", [0, 1]], sousTotaux: [] });
  });
});

describe("intercommunalité de chaque commune", () => {
  const EPCI: Ligne = ["EPCI", ...TITRES];
  const epcis = ({ communes }: TableauTrouve): unknown[] => communes.map(({ epci }) => epci);

  test("sa colonne, puis son intertitre, puis celle du tableau", () => {
    const [ecrite, tiree] = [
      seul([
        ["CA du Mont"],
        EPCI,
        [null, "CC des Rives"],
        ["CC du Val", ...A],
        ["CC du Val", ...B],
      ]),
      seul([["CA du Mont"], TITRES, ["CC des Rives"], A, ["Secteur Sud"], B]),
    ];
    expect(epcis(ecrite)).toEqual(["CC du Val", "CC du Val"]);
    expect(epcis(tiree)).toEqual(["CC des Rives", "CA du Mont"]);
  });

  test("écrite une fois, recopiée dessous, et c'est dit ; rien au-dessus de la première", () => {
    const lu = seul([EPCI, [null, ...A], ["CC du Val", ...B], [null, ...C]]);
    expect(epcis(lu)).toEqual([null, "CC du Val", "CC du Val"]);
    expect(lu.communes[2]?.donnees.epci).toMatchObject({
      valeur: "CC du Val",
      etat: "convertie",
      adresse: "A4",
    });
    expect(lu.conversions).toEqual([
      { adresse: "A4", rubrique: "epci", ecrit: "", lu: "CC du Val", moyen: "epci-recopie" },
    ]);
  });

  test("une fusion ne vaut que pour ses lignes, où que commence la lecture", () => {
    const feuille = {
      ...feuilleDe([EPCI, ["CC du Val", ...A], [null, ...B], [null, ...C]]),
      ligne: 3,
      colonne: 1,
      fusions: ["B5:B6"],
    };
    const [lu] = lireTableaux(feuille).tableaux;
    expect(lu && epcis(lu)).toEqual(["CC du Val", "CC du Val", null]);
  });

  test("celle du total, si rien d'autre ne la dit", () => {
    expect(epcis(seul([TITRES, A, B, ["Total CC du Val", 800, 264, 200]]))).toEqual([
      "CC du Val",
      "CC du Val",
    ]);
    expect(epcis(seul([TITRES, A, B, TOTAL]))).toEqual([null, null]);
  });
});

describe("plusieurs périodes dans un tableau", () => {
  const lignes = (...periodes: ValeurDeCellule[]): Ligne[] => [
    [...TITRES, "Période"],
    [...A, periodes[0] ?? null],
    [...B, periodes[1] ?? null],
  ];
  const lire = (liste: Ligne[]): TableauTrouve[] => lireTableaux(feuilleDe(liste)).tableaux;

  test("une seule, ou une qui manque : un seul tableau", () => {
    expect(lire(lignes("2026-2028", "26-28"))).toHaveLength(1);
    expect(lire(lignes("2023-2025", null))).toHaveLength(1);
    expect(lire(lignes("2023-2025", "NC"))).toHaveLength(1);
  });

  test("chacune cite sa cellule, garde ses totaux et ses conversions", () => {
    const lus = lire([
      [...TITRES, "Période"],
      ["Alpha", "500 LLS", 165, 125, "2023-2025"],
      [...B, "2023-2025"],
      ["Total 2023-2025", 800, 264, 200],
      ["Alpha", 100, "33 LLS", 25, "2026-2028"],
      ["Bêta", 200, 66, 50, "2026-2028"],
      ["Sous-total Bêta", 200, 66, 50],
      ["Total général", 1100, 363, 275],
    ]);
    expect(
      lus.map(({ periode, plage, conversions }) => [
        periode,
        plage,
        conversions.map((c) => c.adresse),
      ])
    ).toEqual([
      [
        { valeur: "2023-2025", origine: "colonne", texte: "2023-2025", adresse: "E2" },
        "A2:E3",
        ["B2"],
      ],
      [
        { valeur: "2026-2028", origine: "colonne", texte: "2026-2028", adresse: "E5" },
        "A5:E6",
        ["C5"],
      ],
    ]);
    expect(lus.map((lu) => lu.total?.nom ?? null)).toEqual(["Total 2023-2025", "Sous-total Bêta"]);
    expect(lus[1]?.total?.portee).toEqual([0, 1]);
  });

  test("un intertitre la dit aussi, et se cite", () => {
    const [ancien] = lire([TITRES, ["Période 2023-2025"], A, ["Période 2026-2028"], B]);
    expect(ancien?.periode).toEqual({
      valeur: "2023-2025",
      origine: "texte",
      texte: "Période 2023-2025",
      adresse: null,
    });
  });

  test("un seul intertitre la dit pour tout le tableau, avant le texte au-dessus et non avant les titres", () => {
    const periode = (dessus: string, titre: string): string | undefined =>
      seul([[dessus], [...TITRES.slice(0, 3), titre], ["Période 2023-2025"], A, B]).periode?.valeur;
    expect(periode("CMS", "Objectif retenu")).toBe("2023-2025");
    expect(periode("CMS 2026-2028", "Objectif retenu")).toBe("2023-2025");
    expect(periode("CMS", "Objectif retenu 2026-2028")).toBe("2026-2028");
  });

  test.each(["Communes carencées 2023-2025", "Exemptées 2023-2025", "Entrantes en 2023-2025"])(
    "« %s » date un statut, et non le contrat",
    (statut) => {
      const lignes: Ligne[] = [["CMS 2026-2028"], TITRES, [statut], A, [`Non ${statut}`], B];
      expect(seul(lignes).periode?.valeur).toBe("2026-2028");
    }
  );

  test("un statut d'une autre période ne coupe pas le tableau", () => {
    const lignes: Ligne[] = [TITRES, ["Carencées 2020-2022"], A, ["Carencées 2023-2025"], B];
    expect(noms(seul(lignes))).toEqual(["Alpha", "Bêta"]);
  });
});

test.each(["=SUMIF(Projets[Commune],A2,Projets[LLS])", "=SUM(Tableau1[@[PLAI]:[PLS]])"])(
  "%s dans chaque ligne : des communes, et non des totaux",
  (formule) => {
    const feuille = feuilleDe([TITRES, A, B, C]);
    for (const [, , , cellule] of feuille.cellules.slice(1)) if (cellule) cellule.formule = formule;
    const [lu] = lireTableaux(feuille).tableaux;
    expect(lu && noms(lu)).toEqual(["Alpha", "Bêta", "Gamma"]);
  }
);
