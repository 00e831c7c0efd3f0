import { planArticle4 } from "../../src/feuilles/article-4";
import { serieDe } from "../../src/feuilles/jours";
import type { PlanDeFeuille } from "../../src/feuilles";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { TYPES, attendusDe } from "./contrats";
import { matiereDe } from "./matieres";
import { ligneDe, recalculer, saisir } from "./saisies";

const plan = planArticle4(matiereDe("mutualisant", 3), "Article 4");
const terme = ligneDe(plan, "A", "Date de fin du contrat");
const comites = ligneDe(plan, "A", "Comité de la première année");

/** Une autre date de fin, à la place de celle que propose la feuille. */
function finissant(annee: number, mois: number, jour: number): PlanDeFeuille {
  const formule = { formule: `=DATE(${annee},${mois},${jour})`, valeurs: [[null]] };
  return { ...plan, blocs: [...plan.blocs, { ancre: `C${terme}`, contenus: [[formule]] }] };
}

test("le terme proposé est la fin de la période, et le dernier comité se tient six mois avant", () => {
  const cellules = attendusDe(plan);
  expect(cellules.get(`C${terme}`)).toBe(serieDe({ annee: 2028, mois: 12, jour: 31 }));
  expect(cellules.get(`A${terme - 1}`)).toMatch(
    /valable jusqu’au 31\/12\/2028\. .* le 30\/06\/2028 au plus tard, .* période 2029-2031/
  );
  const dates = [0, 1, 2].map((rang) => cellules.get(`B${comites + rang}`));
  expect(dates).toEqual([
    serieDe({ annee: 2026, mois: 12, jour: 31 }),
    serieDe({ annee: 2027, mois: 12, jour: 31 }),
    serieDe({ annee: 2028, mois: 6, jour: 30 }),
  ]);
});

test("en valeurs, rien ne se recalcule : la réunion tenue se coche", () => {
  const fige = planArticle4(matiereDe("mutualisant", 3, { forme: "valeurs" }), "Article 4");
  const titres = ligneDe(fige, "A", "Réunion");
  expect(attendusDe(fige).get(`D${titres}`)).toBe("Réunion tenue");
  expect(fige.validations).toContainEqual(
    expect.objectContaining({
      plage: `D${titres + 1}:D${titres + 5}`,
      regle: { liste: ["Oui", "Non"] },
    })
  );
});

test.each(TYPES)("%s : les objectifs opposables ne sont dits que s'ils sont aménagés", (type) => {
  const textes = [...attendusDe(planArticle4(matiereDe(type, 3), "Article 4")).values()].join("\n");
  const amenage = type === "mutualisant" || type === "abaissant";
  expect(textes.includes("opposables pour la période")).toBe(amenage);
});

testAvecLibreOffice(
  "les dates suivent le terme, et le contrôle dit oui ou non, jamais une erreur",
  async () => {
    const jour = (annee: number, mois: number, quantieme: number) =>
      serieDe({ annee, mois, jour: quantieme });
    const plans = [
      finissant(2028, 9, 30),
      saisir(plan, `C${comites}`, [[jour(2026, 10, 1)], [jour(2026, 11, 1)], [jour(2028, 6, 30)]]),
      saisir(plan, `C${comites}`, [[null], ["en mars"], [jour(2028, 7, 1)]]),
      // L'agent efface la date de fin.
      {
        ...plan,
        blocs: [
          ...plan.blocs,
          { ancre: `C${terme}`, contenus: [[{ formule: '=""', valeurs: [[null]] }]] },
        ],
      },
    ];
    const lus = await recalculer(plans);
    const colonne = (lettre: string, rang: number) =>
      [0, 1, 2].map((i) => lus[rang]?.(`${lettre}${comites + i}`));
    expect(colonne("B", 0)).toEqual([jour(2026, 9, 30), jour(2027, 9, 30), jour(2028, 3, 30)]);
    expect(lus[0]?.(`A${terme - 1}`)).toMatch(/jusqu’au 30\/09\/2028\. .* le 30\/03\/2028 au plus/);
    const dit = (mot: string) => `au moins 6 mois avant le terme\u00a0: ${mot}`;
    expect(colonne("D", 1)).toEqual([
      "dans l’année\u00a0: oui",
      "dans l’année\u00a0: non",
      dit("oui"),
    ]);
    expect(colonne("D", 2)).toEqual(["date à fixer", "date à fixer", dit("non")]);
    expect(colonne("B", 3)).toEqual(["", "", ""]);
    expect(colonne("D", 3)).toEqual(["date à fixer", "date à fixer", "date à fixer"]);
    expect(lus[3]?.(`A${terme - 1}`)).toContain("jusqu’au [date]");
  },
  DELAI_LIBREOFFICE_MS
);
