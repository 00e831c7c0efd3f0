import type { PlanDeFeuille } from "../../src/feuilles";
import { nomsDuPlan, planVersFeuille, type CelluleXlsx } from "../../src/fichier";

function planDe(changements: Partial<PlanDeFeuille>): PlanDeFeuille {
  return {
    nom: "Article 2",
    blocs: [],
    styles: [],
    fusions: [],
    largeurs: [],
    lignesFigees: 0,
    quadrillage: false,
    impression: {
      orientation: "paysage",
      marges: { haut: 40, bas: 40, gauche: 40, droite: 40 },
      pagesEnLargeur: 1,
      piedDePage: { gauche: "", centre: "", droite: "" },
      sauts: [],
    },
    ...changements,
  };
}

function cellule(plan: Partial<PlanDeFeuille>, adresse: [number, number]): CelluleXlsx | undefined {
  return planVersFeuille(planDe(plan)).cellules.find(
    ({ ligne, colonne }) => ligne === adresse[0] && colonne === adresse[1]
  );
}

test("une formule qui s'étale laisse ses valeurs aux cellules qu'elle remplit", () => {
  const formule = { formule: "=CMS.OBJECTIF(A2:A3,5)", valeurs: [[165], [99]] };
  const { cellules } = planVersFeuille(
    planDe({ blocs: [{ ancre: "B2", contenus: [[formule], [null], ["Total"]] }] })
  );
  expect(cellules).toEqual([
    { ligne: 1, colonne: 1, valeur: 165, formule: formule.formule, etendue: "B2:B3" },
    { ligne: 2, colonne: 1, valeur: 99 },
    { ligne: 3, colonne: 1, valeur: "Total" },
  ]);
});

test("un texte qui commence par « = » n'est pas une formule", () => {
  const lue = cellule({ blocs: [{ ancre: "A1", contenus: [["=1+1"]] }] }, [0, 0]);
  expect(lue).toEqual({ ligne: 0, colonne: 0, valeur: "=1+1" });
});

test("le dernier style l'emporte, propriété par propriété", () => {
  const styles = [
    { plage: "A1:B2", style: { gras: true, taille: 9 } },
    { plage: "B2", style: { taille: 14 } },
  ];
  expect(cellule({ styles }, [1, 1])?.style).toEqual({ gras: true, taille: 14 });
  expect(cellule({ styles }, [0, 1])?.style).toEqual({ gras: true, taille: 9 });
});

test("le contour va au bord de la plage, l'intérieur entre les cellules", () => {
  const bordures = {
    haut: "moyen",
    gauche: "moyen",
    horizontales: "fin",
    verticales: "fin",
  } as const;
  const styles = [{ plage: "A1:B2", style: { bordures } }];
  expect(cellule({ styles }, [0, 0])?.style?.bordures).toEqual({
    haut: "moyen",
    gauche: "moyen",
    bas: "fin",
    droite: "fin",
  });
  expect(cellule({ styles }, [1, 1])?.style?.bordures).toEqual({ haut: "fin", gauche: "fin" });
});

test("la bordure commune à deux plages est la dernière tracée", () => {
  const styles = [
    { plage: "A1", style: { bordures: { bas: "double", droite: "double" } as const } },
    { plage: "A2", style: { bordures: { haut: "fin" } as const } },
    { plage: "B1", style: { bordures: { bas: "fin" } as const } },
  ];
  expect(cellule({ styles }, [0, 0])?.style?.bordures).toEqual({ bas: "fin", droite: "double" });
});

test("les lignes du plan se comptent à partir de 1, celles de la feuille à partir de 0", () => {
  const styles = [{ plage: "A1:B1", style: {}, hauteur: 30 }];
  const { hauteurs } = planVersFeuille(planDe({ styles }));
  expect([...hauteurs]).toEqual([[0, 30]]);
});

test("une plage à fusionner l'est ligne par ligne", () => {
  const { fusions } = planVersFeuille(planDe({ fusions: ["A1:C2", "A5:C5"] }));
  expect(fusions).toEqual(["A1:C1", "A2:C2", "A5:C5"]);
});

test("une plage illisible est une faute de plan", () => {
  const styles = [{ plage: "A:A", style: { gras: true } }];
  expect(() => planVersFeuille(planDe({ styles }))).toThrow("A:A");
});

test("les listes de choix suivent, et les plages nommées désignent la feuille du plan", () => {
  const invite = { titre: "PLH", texte: "Oui ou Non." };
  const validations = [{ plage: "E5:F5", regle: { liste: ["Oui", "Non"] }, invite }];
  const plan = planDe({ nom: "L'annexe", validations, noms: [{ nom: "CMS_PLH", plage: "E5:F5" }] });
  expect(planVersFeuille(plan).validations).toEqual(validations);
  expect(nomsDuPlan(plan)).toEqual([{ nom: "CMS_PLH", reference: "'L''annexe'!$E$5:$F$5" }]);
});
