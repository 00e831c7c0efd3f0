import {
  planArticle2,
  planExemple,
  rassembler,
  type Matiere,
  type PlanDeFeuille,
} from "../../src/feuilles";
import { planArticle1 } from "../../src/feuilles/article-1";
import { planArticle4 } from "../../src/feuilles/article-4";
import { planAttributions } from "../../src/feuilles/attributions";
import { planParties } from "../../src/feuilles/parties";
import { planPreambule } from "../../src/feuilles/preambule";
import { planSignatures } from "../../src/feuilles/signatures";
import { planVolet2 } from "../../src/feuilles/volet-2";
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

function matiere(nombre: number): Matiere {
  const controle = controler(feuilleDe(lignesDuContrat("mutualisant", nombre)));
  return rassembler({ ...controle, epci: "Pays de l'Orle & de la Vallée" }, "ordinaires", null);
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

testDImpression.each<[string, PlanDeFeuille]>([
  ["le 2e volet", planVolet2(matiere(3), "Volet")],
  ["l'article 1er", planArticle1(matiere(3), "Article")],
  ["les attributions d'une commune", planAttributions(matiere(1), "Attributions")],
  ["les attributions de 40 communes", planAttributions(matiere(40), "Attributions")],
  ["les attributions de 300 communes", planAttributions(matiere(300), "Attributions")],
  ["les parties d'une commune", planParties(matiere(1), "Parties")],
  ["le préambule d'une commune", planPreambule(matiere(1), "Préambule")],
  ["le préambule de dix communes", planPreambule(matiere(10), "Préambule")],
  ["l'article 4", planArticle4(matiere(40), "Article 4")],
  ["les signatures d'une commune", planSignatures(matiere(1), "Signatures")],
  ["les signatures de 40 communes", planSignatures(matiere(40), "Signatures")],
])(
  "imprimé par LibreOffice, %s : les pages que le plan a coupées, et pas une de plus",
  async (_cas, plan) => {
    expect(await pages(plan)).toBe(plan.impression.sauts.length + 1);
  },
  DELAI_LIBREOFFICE_MS
);
