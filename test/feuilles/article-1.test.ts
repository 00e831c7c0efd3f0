import { rassembler, type PlanDeFeuille } from "../../src/feuilles";
import { planArticle1 } from "../../src/feuilles/article-1";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { lignesDuContrat } from "./contrats";
import { ligneDe, recalculer, saisir } from "./saisies";

const TITRES = ["Commune", "LS manquants", "Écart", "Objectifs 2023-2025 après mutualisation"];

function plan(noms: readonly string[]): PlanDeFeuille {
  const lignes = noms.map((nom) => [nom, 100, 5, 33]);
  return planArticle1(
    rassembler(controler(feuilleDe([TITRES, ...lignes])), "complement", null),
    "A1"
  );
}

/** Les choix que propose la colonne de ce titre, dans chaque thème. */
function choixDe({ validations = [] }: PlanDeFeuille, titre: string): (readonly string[])[] {
  return validations.flatMap(({ regle, invite }) =>
    invite.titre === titre && "liste" in regle ? [regle.liste] : []
  );
}

const THEMES = [
  "1) Action foncière",
  "2) Urbanisme et aménagement",
  "3) Programmation et financement du logement social",
  "4) Attributions aux publics prioritaires",
];

const COMPLET = ["Étude", "EPCI", "Tous", null, "Un plan", "Marché", 45000, 45100];

testAvecLibreOffice(
  "chaque champ compte ses engagements, dit ceux qui restent à compléter, et s'il n'en a aucun",
  async () => {
    const vide = plan(["A", "B"]);
    const lignes = THEMES.map((theme) => ligneDe(vide, "A", theme));
    const [foncier = 0, urbanisme = 0, programmation = 0] = lignes;
    let rempli = saisir(vide, `A${foncier + 1}`, [COMPLET]);
    rempli = saisir(rempli, `A${urbanisme + 2}`, [COMPLET, ["Sans calendrier", "EPCI", "Tous"]]);
    rempli = saisir(rempli, `A${programmation + 1}`, [[null, "Commune"]]);
    const [avant, apres] = await recalculer([vide, rempli]);
    const total = ligneDe(vide, "A", "Engagement ou action") - 1;
    const aucun = /^Aucun engagement.*L\. 302-8-1/;
    for (const ligne of lignes) expect(avant!(`F${ligne}`)).toMatch(aucun);
    expect(avant!(`A${total}`)).toMatch(/0 sur 4$/);
    expect(apres!(`A${total}`)).toMatch(/2 sur 4$/);
    expect(apres!(`F${foncier}`)).toBe("1 engagement");
    expect(apres!(`F${urbanisme}`)).toMatch(/^2 engagements, dont 1 à compléter/);
    expect(apres!(`F${programmation}`)).toMatch(aucun);
  },
  DELAI_LIBREOFFICE_MS
);

test("des exemples d'actions dans chaque champ, et les choix du lien avec le PLH", () => {
  const contrat = plan(["A"]);
  expect(choixDe(contrat, "Engagement ou action").map(({ length }) => length >= 4)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(choixDe(contrat, "Lien avec le PLH")).toEqual([
    ["Précise", "Complète", "Déjà programmée", "Sans lien"],
  ]);
});

describe("les communes proposées", () => {
  test("une seule : elle-même ; plusieurs : toutes, ou l'une d'elles", () => {
    expect(choixDe(plan(["Bourg"]), "Communes")[0]).toEqual(["Bourg"]);
    expect(choixDe(plan(["Bourg", "Val"]), "Communes")[0]).toEqual([
      "Toutes les communes",
      "Bourg",
      "Val",
    ]);
  });

  test.each([
    ["un nom à virgule, qui se couperait en deux", ["Bourg, le Haut", "Val"]],
    ["un nom qu'Excel prendrait pour une formule", ["=A1", "Val"]],
    [
      "plus de 255 signes de noms",
      Array.from({ length: 40 }, (_, i) => `Saint-Georges-lès-Bains ${i}`),
    ],
  ])("%s : le choix se réduit à toutes, et le reste s'écrit", (_cas, noms) => {
    expect(choixDe(plan(noms), "Communes")[0]).toEqual(["Toutes les communes"]);
  });
});

test("le calendrier est dans la période, et l'alerte laisse passer une exception", () => {
  const controle = controler(feuilleDe(lignesDuContrat("mutualisant", 2)));
  const { validations = [] } = planArticle1(rassembler(controle, "complement", null), "A1");
  const dates = validations.filter(({ regle }) => "date" in regle);
  expect(dates).toHaveLength(2);
  for (const { regle, alerte } of dates) {
    expect(regle).toEqual({ date: { min: "2026-01-01", max: "2028-12-31" } });
    expect(alerte?.texte).toMatch(/peut être gardée/);
  }
});
