import {
  estFormule,
  planArticle2,
  type FormeDesFormules,
  type PlanDeFeuille,
} from "../../src/feuilles";
import { ecrireXlsx, lireXlsx, planVersFeuille } from "../../src/fichier";
import { combienDePlaiAuMoins, combienDePlsAuPlus } from "../../src/regles";
import { adresseDe } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, convertir, testAvecLibreOffice } from "../outils/libreoffice";
import {
  TYPES,
  attendusDe,
  enFrancais,
  lignesDuContrat,
  planSource,
  type TypeDeContrat,
} from "./contrats";

const NOMBRES = [1, 3, 12, 40];
const CAS = TYPES.flatMap((type) => NOMBRES.map((nombre) => [type, nombre] as const));

function planDe(
  type: TypeDeContrat,
  nombre: number,
  forme: FormeDesFormules,
  plh: boolean | null = null,
  feuille = "Source"
): PlanDeFeuille {
  const controle = controler(feuilleDe(lignesDuContrat(type, nombre), feuille));
  return planArticle2(controle, "Article 2", { forme, plh });
}

const formulesDe = (plan: PlanDeFeuille): string[] =>
  plan.blocs
    .flatMap(({ contenus }) => contenus.flat())
    .filter(estFormule)
    .map(({ formule }) => formule);

const textesDe = (plan: PlanDeFeuille): string =>
  [...attendusDe(plan).values()].filter((valeur) => typeof valeur === "string").join("\n");

test.each(CAS)(
  "%s, %i commune(s) : les trois formes attendent les mêmes nombres",
  (type, nombre) => {
    const complement = attendusDe(planDe(type, nombre, "complement"));
    expect(complement.size).toBeGreaterThan(10);
    expect(attendusDe(planDe(type, nombre, "ordinaires"))).toEqual(complement);
    expect(attendusDe(planDe(type, nombre, "valeurs"))).toEqual(complement);
  }
);

test.each(CAS)("%s, %i commune(s) : chaque forme tient sa promesse", (type, nombre) => {
  const complement = formulesDe(planDe(type, nombre, "complement"));
  const ordinaires = formulesDe(planDe(type, nombre, "ordinaires"));
  expect(complement.join()).toMatch(/'Source'!/);
  expect(complement.join()).toMatch(/CMS\./);
  expect(ordinaires.join()).toMatch(/'Source'!/);
  expect(ordinaires.filter((formule) => /CMS/i.test(formule))).toEqual([]);
  expect(ordinaires.filter((formule) => formule.length > 8192)).toEqual([]);
  expect(formulesDe(planDe(type, nombre, "valeurs"))).toEqual([]);
  const textes = [...complement, ...ordinaires].flatMap((f) => f.match(/"(?:[^"]|"")*"/g) ?? []);
  expect(textes.filter((texte) => texte.length > 255)).toEqual([]);
  expect([...complement, ...ordinaires].filter((f) => f.includes("HYPERLINK"))).toEqual([]);
});

test.each(TYPES)("%s : autant de formules du complément pour 20 et pour 40 lignes", (type) => {
  expect(formulesDe(planDe(type, 40, "complement", true))).toHaveLength(
    formulesDe(planDe(type, 20, "complement", true)).length
  );
});

testAvecLibreOffice(
  "LibreOffice calcule les formules ordinaires comme les règles, aussi quand la source a changé, sans une erreur",
  async () => {
    const cas = CAS.map(([type, nombre], rang) => {
      const source = `L'EPCI n° ${rang}`;
      const lignes = lignesDuContrat(type, nombre);
      const plan = planArticle2(controler(feuilleDe(lignes, source)), `Article ${rang}`, {
        forme: "ordinaires",
        plh: false,
      });
      // Le plan vient de la source d'avant ; ce qu'il attend, de celle d'après.
      const changees = lignesDuContrat(type, nombre, 60);
      const attendu = planArticle2(controler(feuilleDe(changees, source)), `Article ${rang}`, {
        forme: "ordinaires",
        plh: false,
      });
      return { type, nombre, plan, source: planSource(source, changees), attendu };
    });
    const feuilles = cas.flatMap(({ plan, source }) => [plan, source].map(planVersFeuille));
    const relu = await lireXlsx(
      new Uint8Array(convertir(await ecrireXlsx({ feuilles, noms: [], active: 0 }), "xlsx"))
    );
    for (const { type, nombre, plan, attendu } of cas) {
      const cellules = relu.feuilles.find(({ nom }) => nom === plan.nom)?.cellules ?? [];
      const lues = new Map(
        cellules.map(({ ligne, colonne, valeur }) => [adresseDe(ligne, colonne), valeur])
      );
      const ecarts = [...attendusDe(attendu)].filter(([adresse, voulu]) => {
        const lu = lues.get(adresse) ?? null;
        return typeof voulu === "number"
          ? typeof lu !== "number" || Math.abs(lu - voulu) > 1e-9
          : enFrancais(lu) !== enFrancais(voulu);
      });
      expect([type, nombre, ecarts]).toEqual([type, nombre, []]);
    }
  },
  DELAI_LIBREOFFICE_MS
);

describe("l'abaissant", () => {
  test.each([
    [5, "25"],
    [4, "40"],
    [2, "40"],
    [1.9, "80"],
  ])("à %d points d'écart, le taux plancher rappelé est de %s %", (ecart, plancher) => {
    const feuille = feuilleDe([
      ["Commune", "LS manquants", "Écart (points)", "Objectifs 2026-2028 abaissés"],
      ["A", 100, ecart, 90],
    ]);
    const plan = planArticle2(controler(feuille), "Article 2");
    expect(textesDe(plan)).toMatch(
      new RegExp(`plancher de rattrapage.* est de ${plancher}\\u00a0%.* soit ${plancher} logements`)
    );
    expect(textesDe(plan)).toMatch(/précisées au IX de l’article L\. 302-8 du code/);
  });

  test("les titres de la trame, dans l'ordre ; le taux écrit par l'agent est repris tel quel", () => {
    const feuille = feuilleDe([
      ["Commune", "LS manquants", "Écart", "Taux retenu", "Objectifs 2023-2025 abaissés"],
      ["A", 501, 5, 0.25, 126],
    ]);
    const plan = planArticle2(controler(feuille), "Article 2", { forme: "valeurs" });
    const debut = plan.blocs.findIndex(({ contenus }) => contenus[0]?.[0] === "Nom de la commune");
    expect(plan.blocs[debut]?.contenus[0]).toEqual([
      "Nom de la commune",
      "Nombre de LS manquants au 1er janvier 2022",
      "Taux de rattrapage avant CMS",
      "Objectifs 2023-2025 avant CMS",
      "Taux de rattrapage retenu",
      "Objectifs 2023-2025 retenus",
    ]);
    const rangee = plan.blocs
      .slice(debut + 1, debut + 7)
      .flatMap(({ contenus }) => contenus.flat());
    expect(rangee).toEqual(["A", 501, 0.33, 166, 0.25, 126]);
  });
});

test("sans aménagement, une commune : les deux phrases de la trame, au taux légal, et pas de tableau", () => {
  const textes = textesDe(planDe("sans aménagement", 1, "valeurs"));
  expect(textes).toMatch(
    /le taux de rattrapage légal de la commune \(L'Haÿ-d'en-Haut\) correspond à 33\u00a0% .* soit 34 logements sociaux/
  );
  expect(textes).toMatch(
    /Il est décidé de retenir .* correspondant à 33\u00a0% .* soit 34 logements/
  );
  expect(textes).not.toContain("Nom de la commune");
  expect(textesDe(planDe("sans aménagement", 3, "valeurs"))).toContain("celui-ci lui est ajouté");
});

test("par arrondissement : 14,96 % est prioritaire, 15,96 % ne l'est pas, et le total fait l'objectif", () => {
  const attendus = [...attendusDe(planDe("arrondissements", 3, "valeurs")).entries()];
  const ligne = (nom: string) => {
    const numero = attendus.find(([, valeur]) => valeur === nom)?.[0].slice(1);
    return attendus.filter(([adresse]) => adresse.slice(1) === numero).map(([, valeur]) => valeur);
  };
  expect(ligne("Paris 1e")).toEqual(["Paris 1e", 0.1496, "Oui", 40, 40 / 141]);
  expect(ligne("Paris 2e")).toEqual(["Paris 2e", 0.1596, "Non", 47, 47 / 141]);
  expect(ligne("Total")).toEqual(["Total", 141]);
  expect(ligne("dont prioritaires")).toEqual(["dont prioritaires", 1, 40, 40 / 141]);
});

describe("PLAI et PLS, sur l'objectif retenu", () => {
  // La sixième commune a 7,7 % de logements sociaux.
  const totalDesPls = (taux: number | null, plh: boolean | null): number =>
    lignesDuContrat("abaissant", 6)
      .slice(2)
      .reduce((total, [, , , tauxLs, objectif]) => {
        const pls = combienDePlsAuPlus(Number(objectif), taux ?? Number(tauxLs), plh);
        return total + (pls.ok ? pls.valeur : NaN);
      }, 0);
  const plai = lignesDuContrat("abaissant", 6)
    .slice(2)
    .reduce((total, [, , , , objectif]) => {
      const part = combienDePlaiAuMoins(Number(objectif));
      return total + (part.ok ? part.valeur : NaN);
    }, 0);

  test("sans PLH, 20 % de PLS pour la commune sous 10 % ; avec, 30 % partout", () => {
    const sans = textesDe(planDe("abaissant", 6, "valeurs", false));
    const avec = textesDe(planDe("abaissant", 6, "valeurs", true));
    expect(sans).toContain(`au moins ${plai} logements PLAI`);
    expect(sans).toContain(`un maximum de ${totalDesPls(null, false)} logements en PLS`);
    expect(avec).toContain(`un maximum de ${totalDesPls(null, true)} logements en PLS`);
    expect(totalDesPls(null, false)).toBeLessThan(totalDesPls(null, true));
  });

  test("sans réponse sur le PLH, le blanc reste un blanc et nomme la commune", () => {
    const textes = textesDe(planDe("abaissant", 6, "valeurs"));
    expect(textes).toContain("un maximum de [à préciser] logements en PLS");
    expect(textes).toMatch(/PLS et assimilés à préciser \(Saint-Georges-lès-Baillargeaux\)/);
  });
});

test("une cellule illisible ou vide laisse un blanc, et ses voisines gardent leurs formules", () => {
  const feuille = feuilleDe([
    ["Commune", "LS manquants", "Écart (points)", "Objectifs 2026-2028 après mutualisation"],
    ["A", 500, 5, 165],
    ["B", "env. 120", 5, 40],
    ["C", 300, 5, null],
    ["D", 100, 5, 33],
  ]);
  const plan = planArticle2(controler(feuille), "Article 2");
  const textes = formulesDe(plan);
  expect(textes.filter((formule) => /!B3|!D4/.test(formule))).toEqual([]);
  expect(textes).toEqual(expect.arrayContaining(["='Feuil1'!B2", "='Feuil1'!D2", "='Feuil1'!B5"]));
  expect(textesDe(plan)).toContain("[à préciser]");
});

test("une commune exemptée n'est pas dans l'article 2", () => {
  const feuille = feuilleDe([
    ["Commune", "LS manquants", "Écart (points)", "Objectifs 2026-2028 après mutualisation"],
    ["A", 500, 5, 165],
    ["B", 300, 5, 99],
    ["C", 100, 5, 33],
  ]);
  const plan = planArticle2(controler(feuille, { exemptees: ["B"] }), "Article 2", {
    forme: "valeurs",
  });
  const valeurs = [...attendusDe(plan).values()];
  expect(valeurs).not.toContain("B");
  expect(valeurs).toEqual(expect.arrayContaining([600, 198]));
});
