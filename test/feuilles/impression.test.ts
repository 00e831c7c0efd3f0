import { planArticle2, planExemple, type PlanDeFeuille } from "../../src/feuilles";
import { ecrireXlsx, planVersFeuille } from "../../src/fichier";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { DELAI_LIBREOFFICE_MS, convertir, testDImpression } from "../outils/libreoffice";
import { lignesDuContrat, type TypeDeContrat } from "./contrats";

const TITRES = ["Commune", "LS manquants", "Écart", "Objectifs 2023-2025 après mutualisation"];

function article2(communes: number): PlanDeFeuille {
  const lignes = Array.from({ length: communes }, (_, i): ValeurDeCellule[] => [
    `C${i}`,
    100,
    5,
    33,
  ]);
  return planArticle2(controler(feuilleDe([TITRES, ...lignes])), "Article 2");
}

function contrat(type: TypeDeContrat, nombre: number): PlanDeFeuille {
  return planArticle2(controler(feuilleDe(lignesDuContrat(type, nombre))), "Article 2");
}

async function pages(plan: PlanDeFeuille): Promise<number> {
  const octets = await ecrireXlsx({ feuilles: [planVersFeuille(plan)], noms: [], active: 0 });
  const pdf = convertir(octets, "pdf").toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

testDImpression.each<[string, PlanDeFeuille, number]>([
  ["l'article 2 de 12 communes : une page par tableau", article2(12), 2],
  ["l'article 2 abaissant d'une commune : une page", contrat("abaissant", 1), 1],
  ["l'article 2 abaissant de 12 communes : une page par tableau", contrat("abaissant", 12), 2],
  ["l'article 2 sans aménagement d'une commune : une page", contrat("sans aménagement", 1), 1],
  ["l'article 2 de Paris : deux pages", contrat("arrondissements", 20), 2],
  ["l'exemple de Grand Poitiers : une page", planExemple("grand-poitiers"), 1],
])(
  "imprimé par LibreOffice, %s",
  async (_cas, plan, attendu) => {
    expect(await pages(plan)).toBe(attendu);
  },
  DELAI_LIBREOFFICE_MS
);
