import fc from "fast-check";
import { controlerLecture, type Constat } from "../../src/controle";
import { enoncerConstat } from "../../src/redaction";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { chargerDecoupage, type Decoupage } from "../../src/territoire";
import donnees from "../../src/territoire/communes-par-epci.json";
import { feuilleDe } from "../outils/feuille";

/** Les communes étrangères à l'EPCI, par le découpage officiel ; et surtout, aucune fausse alerte. */

let decoupage: Decoupage | null;
beforeAll(async () => {
  decoupage = await chargerDecoupage();
});

interface Tableau {
  epci?: string;
  titre?: string;
  /** Nom, ou nom et code INSEE. */
  communes: (string | [nom: string, insee: string | null])[];
  /** L'EPCI de chaque commune, en colonne. */
  colonne?: string[];
}

function constatsDe({ epci, titre, communes, colonne }: Tableau): Constat[] {
  const lignes: ValeurDeCellule[][] = [
    ...(epci === undefined ? [] : [[`EPCI : ${epci}`]]),
    [
      "Commune",
      "Code INSEE",
      "LS manquants",
      "Écart",
      titre ?? "Objectifs 2026-2028 après mutualisation",
      ...(colonne ? ["EPCI"] : []),
    ],
    ...communes.map((commune, i) => [
      ...(typeof commune === "string" ? [commune, null] : commune),
      500,
      5,
      165,
      ...(colonne ? [colonne[i] ?? null] : []),
    ]),
  ];
  const { controles } = controlerLecture(lireTableaux(feuilleDe(lignes)), {}, decoupage);
  return controles.flatMap(({ constats }) => constats);
}

const horsEpci = (tableau: Tableau) =>
  constatsDe(tableau).filter((constat) => constat.code === "hors-epci");
const etrangeres = (tableau: Tableau): (string | undefined)[] =>
  horsEpci(tableau).map(({ commune }) => commune);

const POITIERS = ["Chauvigny", "Fontaine-le-Comte", "Migné-Auxances", "Vouneuil-sous-Biard"];

describe("EPCI nommé", () => {
  test("la commune d'un autre EPCI, avec le sien, l'article et le millésime", () => {
    const epci = "Communauté urbaine du Grand Poitiers";
    const [constat, ...autres] = horsEpci({ epci, communes: [...POITIERS, "Niort"] });
    expect(autres).toEqual([]);
    expect(constat).toMatchObject({
      gravite: "avertissement",
      commune: "Niort",
      adresse: "A7",
      article: "L. 302-8, X",
      valeurs: {
        epci: "CU du Grand Poitiers",
        nomme: true,
        reels: ["CA du Niortais"],
        millesime: 2026,
      },
    });
    expect(constat && enoncerConstat(constat)).toMatch(
      /^Niort hors de «\sCU du Grand Poitiers\s»\. Au 1er janvier 2026 .*«\sCA du Niortais\s».*X du CCH\)$/
    );
  });

  test("par sa colonne, EPCI par EPCI", () => {
    const trouvees = etrangeres({
      communes: ["Chauvigny", "Niort", "Chauray", "Migné-Auxances"],
      colonne: ["Grand Poitiers", "CA du Niortais", "CA du Niortais", "CA du Niortais"],
    });
    expect(trouvees).toEqual(["Migné-Auxances"]);
  });

  test.each([
    ["abaissant", "Objectifs 2026-2028 abaissés"],
    ["sans aménagement", "Objectif légal 2026-2028"],
  ])("%s : l'article est celui du contrat d'EPCI", (_, titre) => {
    const tableau = { epci: "Grand Poitiers", titre, communes: [...POITIERS, "Niort"] };
    expect(horsEpci(tableau)).toMatchObject([
      { commune: "Niort", article: "L. 302-8-1, I, al. 3" },
    ]);
  });

  test("une homonyme de l'EPCI suffit ; son code INSEE tranche", () => {
    const epci = "Grand Poitiers";
    expect(etrangeres({ epci, communes: [...POITIERS, "Buxerolles"] })).toEqual([]);
    expect(etrangeres({ epci, communes: [...POITIERS, ["Buxerolles", "86041"]] })).toEqual([]);
    expect(etrangeres({ epci, communes: [...POITIERS, ["Buxerolles", "21123"]] })).toEqual([
      "Buxerolles",
    ]);
  });

  test("des homonymes toutes ailleurs : chacune est dite, ou leur nombre est tu", () => {
    const [deux] = horsEpci({ epci: "CA du Niortais", communes: ["Niort", "Buxerolles"] });
    expect(deux?.valeurs).toMatchObject({
      reels: ["CU du Grand Poitiers", "CC du Pays Châtillonnais"],
    });
    expect(deux && enoncerConstat(deux)).toMatch(/Grand Poitiers\s» ou «\sCC du Pays/);
    const [plusieurs] = horsEpci({ epci: "CA du Niortais", communes: ["Niort", "Saint-Martin"] });
    expect(plusieurs && enoncerConstat(plusieurs)).toMatch(/aucune commune de ce nom/);
  });

  test("deux EPCI du même nom : ses communes disent lequel", () => {
    const [constat] = horsEpci({
      epci: "CC des Quatre Rivières",
      communes: ["Champlitte", "Dampierre-sur-Salon", "Niort"],
    });
    expect(constat).toMatchObject({ commune: "Niort" });
  });
});

describe("EPCI deviné", () => {
  const devinees = (communes: Tableau["communes"], autour: Partial<Tableau> = {}) =>
    etrangeres({ ...autour, communes });

  test("trois communes du même EPCI sur quatre : la quatrième est d'ailleurs", () => {
    const [constat] = horsEpci({ communes: [...POITIERS.slice(0, 3), "Niort"] });
    expect(constat).toMatchObject({ commune: "Niort", valeurs: { nomme: false } });
    expect(constat && enoncerConstat(constat)).toMatch(/les autres communes du tableau/);
  });

  test("un nom d'EPCI inconnu n'empêche pas de deviner", () => {
    expect(devinees([...POITIERS, "Niort"], { epci: "CC du Clain" })).toEqual(["Niort"]);
  });

  test.each([
    ["deux communes ne suffisent pas", [...POITIERS.slice(0, 2), "Niort"]],
    ["ni moins des trois quarts", [...POITIERS.slice(0, 3), "Niort", "Chauray"]],
    ["les inconnues ne comptent pas", [...POITIERS.slice(0, 2), "Ombreval", "Brumelle", "Niort"]],
  ])("%s", (_, communes) => {
    expect(devinees(communes)).toEqual([]);
  });

  test("sans aménagement et sans EPCI nommé, le tableau peut être d'un département", () => {
    const titre = "Objectif légal 2026-2028";
    expect(devinees([...POITIERS, "Niort"], { titre })).toEqual([]);
    expect(devinees([...POITIERS, "Niort"], { titre, epci: "CC du Clain" })).toEqual(["Niort"]);
  });
});

describe("Grand Paris", () => {
  const communes: Tableau["communes"] = [
    ["Saint-Denis", "93066"],
    ["Aubervilliers", "93001"],
  ];

  test("un EPT reconnu par son nom seul n'est pas l'échelle d'une mutualisation", () => {
    const codes = constatsDe({ epci: "Plaine Commune", communes }).map(({ code }) => code);
    expect(codes).toContain("ept-mutualisant");
    expect(codes).not.toContain("hors-epci");
  });

  test.each([
    ["EPT Plaine Haute", true],
    ["Établissement public territorial Plaine Haute", true],
    ["Etablissement public territorial Plaine Haute", true],
    ["CC de Saint-Ept", false],
    ["CC des Eptes", false],
  ])("« %s » se dit un EPT : %s", (epci, dit) => {
    const codes = constatsDe({ epci, communes: ["Ombreval"] }).map(({ code }) => code);
    expect(codes.includes("ept-mutualisant")).toBe(dit);
  });

  test("un abaissement à l'échelle d'un EPT : la commune d'un autre, avec le sien", () => {
    const titre = "Objectifs 2026-2028 abaissés";
    const constats = constatsDe({
      epci: "Plaine Commune",
      titre,
      communes: [...communes, "Montreuil-sous-Bois", ["Montreuil", "93048"]],
    });
    expect(constats.map(({ code }) => code)).not.toContain("ept-mutualisant");
    expect(constats.filter(({ code }) => code === "hors-epci")).toMatchObject([
      { commune: "Montreuil", valeurs: { epci: "Plaine Commune", reels: ["Est Ensemble"] } },
    ]);
  });

  test("toutes de la métropole, un EPT qui n'est pas nommé ne se devine pas", () => {
    expect(constatsDe({ communes: [...communes, "Stains", ["Montreuil", "93048"]] })).toEqual([]);
  });
});

describe("aucune fausse alerte", () => {
  const epcis = donnees.epci.map((ligne) => {
    const [, nom = "", ...membres] = ligne.split("|");
    const communes = membres.map((membre): [string, string] => [
      membre.slice(6),
      membre.slice(0, 5),
    ]);
    return { nom, communes };
  });
  const epci = fc.constantFrom(...epcis);

  test("les communes d'un EPCI, nommé ou non, avec ou sans leurs codes : rien", () => {
    fc.assert(
      fc.property(epci, fc.boolean(), fc.boolean(), ({ nom, communes }, nomme, codees) => {
        expect(
          etrangeres({
            epci: nomme ? nom : undefined,
            communes: communes.map(([commune, insee]) => [commune, codees ? insee : null]),
          })
        ).toEqual([]);
      }),
      { numRuns: 60 }
    );
  });

  test("avec une commune d'ailleurs et son code : elle, et elle seule", () => {
    fc.assert(
      fc.property(epci, epci, fc.nat(), (sien, autre, tirage) => {
        fc.pre(sien !== autre);
        const intruse = autre.communes[tirage % autre.communes.length] ?? ["", ""];
        fc.pre(sien.communes.length > 1);
        expect(horsEpci({ epci: sien.nom, communes: [...sien.communes, intruse] })).toMatchObject([
          { commune: intruse[0], valeurs: { reels: [autre.nom] } },
        ]);
      }),
      { numRuns: 60 }
    );
  });

  test.each([
    ["un EPCI et des communes fictifs", "CC des Trois Brumes", ["Ombreval", "Brumelle"]],
    ["une commune fictive d'un nom réel", "CC des Trois Brumes", ["Ombreval", "Brumelle", "Niort"]],
    [
      "un EPCI fictif qui porte un nom réel",
      "CC des Quatre Rivières",
      ["Ombreval", "Brumelle", "Niort"],
    ],
    ["aucun EPCI", undefined, ["Ombreval", "Niort"]],
  ])("%s", (_, nom, communes) => {
    expect(etrangeres({ epci: nom, communes })).toEqual([]);
  });

  test("un nom réel sous un autre code INSEE est une commune inconnue", () => {
    const communes: Tableau["communes"] = [...POITIERS, ["Niort", "86999"]];
    expect(etrangeres({ epci: "Grand Poitiers", communes })).toEqual([]);
  });

  test("les arrondissements ne sont pas des communes", () => {
    const { controles } = controlerLecture(
      lireTableaux(
        feuilleDe([
          ["EPCI : Métropole de Lyon"],
          ["Arrondissement", "LS manquants", "Objectif 2026-2028"],
          ["Niort", 500, 100],
          ["Lyon 2e", 500, 100],
        ])
      ),
      {},
      decoupage
    );
    expect(controles.flatMap(({ constats }) => constats).map(({ code }) => code)).not.toContain(
      "hors-epci"
    );
  });

  test("sans découpage, rien n'est dit", () => {
    const tableau = { epci: "Grand Poitiers", communes: [...POITIERS, "Niort"] };
    const charge = decoupage;
    decoupage = null;
    try {
      expect(constatsDe(tableau)).toEqual([]);
    } finally {
      decoupage = charge;
    }
  });
});
