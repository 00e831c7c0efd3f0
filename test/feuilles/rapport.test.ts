import { controlerLecture, type ContexteDeControle, type Controle } from "../../src/controle";
import { planRapport, type PlanDeFeuille } from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import { feuilleLue } from "../../src/commande/feuille-lue";
import { lireTableaux, type FeuilleLue } from "../../src/tableau";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
import { PLAQUETTE, TITRES, type Lignes } from "../outils/feuille-lue";
import { DELAI_LIBREOFFICE_MS, convertir, testDImpression } from "../outils/libreoffice";

const CIRCONSTANCES = { jour: "2026-11-23", heure: "14:05", version: "9.8.7" };

function controles(lignes: Lignes, contexte: ContexteDeControle = {}): [Controle, ...Controle[]] {
  const lus = controlerLecture(lireTableaux(feuilleDe(lignes, "Ma feuille")), contexte).controles;
  const [premier, ...autres] = lus.filter(({ retenu }) => retenu);
  if (!premier) throw new Error("Aucun tableau reconnu");
  return [premier, ...autres];
}

function rapport(lignes: Lignes, contexte: ContexteDeControle = {}): PlanDeFeuille {
  return planRapport(controles(lignes, contexte), CIRCONSTANCES);
}

/** Les lignes écrites, cellules vides retirées, espaces insécables rendus simples. */
function lignesDe(plan: PlanDeFeuille): (string | number | boolean)[][] {
  return feuilleDuPlan(plan).cellules.map((ligne) =>
    ligne.flatMap(({ valeur }): (string | number | boolean)[] => {
      if (typeof valeur === "string")
        return valeur === "" ? [] : [valeur.replace(/[\u00A0\u202F]/g, " ")];
      return valeur === null || typeof valeur === "object" ? [] : [valeur];
    })
  );
}

const textesDe = (plan: PlanDeFeuille): string =>
  lignesDe(plan)
    .map((l) => l.join(" | "))
    .join("\n");

/** Il manque un logement, et la commune A passe sous le plancher du guide. */
const EN_DEFAUT: Lignes = [
  ["EPCI : EPCI A-B"],
  TITRES,
  ["Commune A", "500", 5, 165, 84],
  ["Commune B", 300, 5, 99, 179],
  ["Total", 800, null, 264, 263],
];

/** Autant d'EPCI que voulu ; le rang de ceux qui sont en défaut est divisible par `defaut`. */
function departement(nombre: number, defaut: number): Lignes {
  return [
    ["EPCI", ...TITRES],
    ...Array.from({ length: nombre }, (_, i): Lignes => {
      const [moins] = [i % defaut === 0 ? 1 : 0];
      return [
        [`CC n° ${i + 1}`, `Aval ${i + 1}`, 500, 5, 165, 85],
        [`CC n° ${i + 1}`, `Brume ${i + 1}`, 300, 5, 99, 179 - moins],
      ];
    }).flat(),
  ];
}

describe("un EPCI", () => {
  const plan = rapport(EN_DEFAUT);
  const textes = textesDe(plan);

  test("le verdict et ses nombres en tête, avant le détail", () => {
    const [titre, intitule, verdict, sommes] = lignesDe(plan);
    expect(titre).toEqual(["Rapport de contrôle établi par Complément CMS"]);
    expect(intitule).toEqual(["EPCI A-B, contrat mutualisant, 2026-2028"]);
    expect(verdict?.[0]).toMatch(/^Il manque 1 logement\. Non conforme : 1 erreur/);
    expect(sommes?.[0]).toMatch(/légaux recalculés : 264.*après : 263.*marge : −1/);
  });

  test("ce qui a été contrôlé, quand, par quelle version, et l'état de la vérification du droit", () => {
    expect(textes).toContain("feuille « Ma feuille », plage A2:E5");
    expect(textes).toContain("23/11/2026 à 14:05, par Complément CMS 9.8.7");
    expect(textes).toMatch(/Vérification du droit \| Barème relevé dans le guide DHUP.*Légifrance/);
  });

  test("bien plus d'un an après la vérification du droit, le rapport le rappelle", () => {
    const tardif = planRapport(controles(EN_DEFAUT), { ...CIRCONSTANCES, jour: "2099-01-01" });
    expect(textesDe(tardif)).toMatch(/n’a pas été vérifié depuis/);
  });

  test("chaque commune : manquants, écart, taux, avant écrit et légal, deux planchers, après, différence", () => {
    const lignes = lignesDe(plan);
    expect(lignes).toContainEqual([1, "Commune A", 500, 5, 0.33, 165, 165, 85, 83, 84, -81]);
    expect(lignes).toContainEqual(["Total", 800, 264, 264, 263, -1]);
  });

  test("les constats par gravité, numérotés d'un bout à l'autre", () => {
    const numeros = lignesDe(plan).flatMap(([numero, , cellule]) =>
      typeof numero === "number" && typeof cellule === "string" ? [numero] : []
    );
    expect(textes.indexOf("Erreurs")).toBeLessThan(textes.indexOf("Avertissements"));
    expect(textes.indexOf("Avertissements")).toBeLessThan(textes.indexOf("Informations"));
    expect(numeros.length).toBeGreaterThan(0);
    expect(textes).toMatch(
      /1 \| E5 \| Somme après trop basse.*\| art\. L\. 302-8, X, al\. 3 du CCH/
    );
    expect(textes).toMatch(/2 \| Commune A \| E3 \| .*plancher/);
  });

  test("les nombres écrits en texte sont dits", () => {
    expect(textes).toContain(
      "B3 | Logements sociaux manquants | 500 | 500 | nombre écrit en texte"
    );
  });
});

test("les conditions sans réponse, puis les réponses données", () => {
  expect(textesDe(rapport(PLAQUETTE))).toMatch(/PLH est exécutoire.*\| Sans réponse : à confirmer/);
  const repondu = textesDe(
    rapport(PLAQUETTE, {
      plh: true,
      avisCnsru: "défavorable",
      accords: "tous",
      toutesLesCommunes: true,
      signataires: false,
    })
  );
  expect(repondu).toMatch(/PLH est exécutoire.*\| Oui \|/);
  expect(repondu).toMatch(/a rendu son avis \| Avis rendu, défavorable \|/);
  expect(repondu).toMatch(/Commune B accepte.*\| Oui \|/);
  expect(repondu).toMatch(/président de l’EPCI signent.*\| Non \|/);
  expect(repondu).not.toContain("Sans réponse");
});

test.each<[string, Lignes]>([
  [
    "abaissant",
    [
      ["Commune", "LS manquants", "Écart", "Objectifs abaissés"],
      ["A", 500, 5, 125],
    ],
  ],
  [
    "arrondissements",
    [
      ["Arrondissement", "Logements sociaux", "Résidences principales", "Objectif 2026-2028"],
      ["1er arrondissement", 1000, 10000, 40],
      ["2e arrondissement", 2000, 10000, 60],
    ],
  ],
])("un tableau %s a aussi son rapport", (type, lignes) => {
  expect(controles(lignes)[0].type).toBe(type);
  expect(textesDe(rapport(lignes))).toContain(String(lignes[1]?.[0]));
});

describe("plusieurs EPCI", () => {
  test("une ligne chacun, puis le détail de ceux qui ont une erreur", () => {
    const textes = textesDe(rapport(departement(3, 3)));
    expect(textes).toMatch(
      /1 \| CC n° 1 \| mutualisant, 2026-2028 \| non conforme \| 264 \| 263 \| -1 \| 1 \| 0/
    );
    expect(textes).toMatch(/2 \| CC n° 2 .* à confirmer/);
    expect(textes).toContain("CC n° 1, contrat mutualisant, 2026-2028");
    expect(textes).not.toContain("CC n° 2, contrat mutualisant");
  });

  test("au-delà de dix, le détail s'arrête, et c'est dit", () => {
    const textes = textesDe(rapport(departement(12, 1)));
    expect(textes).toContain("CC n° 10, contrat mutualisant");
    expect(textes).not.toContain("CC n° 11, contrat mutualisant");
    expect(textes).toMatch(/des 10 premiers bilans.*2 autres/);
  });

  test("sans erreur ni avertissement, rien à détailler", () => {
    const conformes = departement(4, 1).map((ligne) => ligne.map((v) => (v === 178 ? 179 : v)));
    expect(textesDe(rapport(conformes))).toContain("Aucun bilan n’a d’erreur ni d’avertissement.");
  });
});

describe("le rapport n'est jamais pris pour un tableau", () => {
  const PLANS = { un: rapport(EN_DEFAUT), plusieurs: rapport(departement(3, 1)) };

  test.each(Object.entries(PLANS))("relu (%s)", async (_, plan) => {
    const [feuille] = (
      await lireXlsx(await ecrireXlsx({ feuilles: [planVersFeuille(plan)], noms: [], active: 0 }))
    ).feuilles;
    if (!feuille) throw new Error("Aucune feuille");
    const lecture = lireTableaux(feuilleLue(feuille));
    expect(lecture.tableaux).toEqual([]);
    expect(lecture.absence).toMatchObject({ rapport: true });
  });

  test("c'est la marque qui le garde : sans elle, ses tableaux se reconnaissent", () => {
    const feuille = feuilleDuPlan(PLANS.un);
    const sansMarque: FeuilleLue = { ...feuille, ligne: 1, cellules: feuille.cellules.slice(1) };
    expect(lireTableaux(sansMarque).tableaux).not.toEqual([]);
    const vide = feuille.cellules[0]?.map(() => ({ valeur: null, texte: "", format: "General" }));
    const decale: FeuilleLue = { ...feuille, cellules: [vide ?? [], ...feuille.cellules] };
    expect(lireTableaux(decale).tableaux).toEqual([]);
  });
});

test("le texte des cellules reste du texte, borné, et n'entre dans aucune formule", () => {
  const plan = rapport([
    TITRES,
    ['=HYPERLINK("x")', 500, 5, 165, 84],
    ["B".repeat(5000), 300, 5, 99, 179],
  ]);
  const contenus = plan.blocs.flatMap(({ contenus }) => contenus.flat());
  expect(contenus.filter((contenu) => typeof contenu === "object" && contenu !== null)).toEqual([]);
  expect(contenus).toContain('=HYPERLINK("x")');
  const longueurs = contenus.map((contenu) => (typeof contenu === "string" ? contenu.length : 0));
  expect(Math.max(...longueurs)).toBeLessThan(500);
});

test("300 communes : le plan reste sérialisable et se coupe en pages qui reprennent leurs titres", () => {
  const lignes = Array.from({ length: 300 }, (_, i) => [`Commune ${i}`, 100, 5, 33, 33]);
  const plan = rapport([TITRES, ...lignes]);
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  const titres = lignesDe(plan).filter(
    ([premier, deuxieme]) => premier === "N°" && deuxieme === "Commune"
  );
  expect(titres.length).toBeGreaterThan(10);
  expect(plan.impression.sauts.length).toBeGreaterThanOrEqual(titres.length - 1);
});

function communes(nombre: number): Lignes {
  return Array.from({ length: nombre }, (_, i) => [
    i % 5 === 2 ? `Montreuil-les-Trois-Fontaines-en-Barrois ${i}` : `Commune ${i}`,
    100 + 37 * i,
    5,
    Math.ceil((100 + 37 * i) * 0.33 - 1e-9),
    i % 4 === 0 ? 5 : 60,
  ]);
}

/** Le saut que nous posons doit être celui de l'imprimante : sinon une page de plus par saut. */
testDImpression.each<[string, PlanDeFeuille]>([
  ["1 commune", rapport([TITRES, ["Seule", 500, 5, 165, 165]])],
  ["12 communes", rapport([TITRES, ...communes(12)])],
  ["40 communes", rapport([TITRES, ...communes(40)])],
  ["12 EPCI", rapport(departement(12, 2))],
])(
  "imprimé par LibreOffice, %s : autant de pages que prévu",
  async (_, plan) => {
    const octets = await ecrireXlsx({ feuilles: [planVersFeuille(plan)], noms: [], active: 0 });
    const pdf = convertir(octets, "pdf").toString("latin1");
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
    expect(pages).toBe(plan.impression.sauts.length + 1);
  },
  DELAI_LIBREOFFICE_MS
);
