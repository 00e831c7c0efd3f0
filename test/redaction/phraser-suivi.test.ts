import { phraserAlerte } from "../../src/redaction";
import type { Alerte } from "../../src/suivi";

const COMMUN = { gravite: "avertissement", article: "guide" } as const;

test.each<[Alerte, RegExp, RegExp]>([
  [
    {
      ...COMMUN,
      code: "operation-abandonnee",
      operation: "Les Vergers",
      valeurs: { texte: "Projet abandonné", sociaux: 20 },
    },
    /^« Les Vergers » ne compte pas$/,
    /« Projet abandonné » : l’opération est écartée, avec 20 logements sociaux, et/,
  ],
  [
    { ...COMMUN, code: "operation-abandonnee", valeurs: { texte: "Annulée", sociaux: 0 } },
    /^Une opération ne compte pas$/,
    /« Annulée » : l’opération est écartée, et n’est comptée ni financée, ni prévue\.$/,
  ],
  [
    { ...COMMUN, code: "objectif-illisible", commune: "Rivemont", valeurs: {} },
    /^Rivemont : objectif illisible$/,
    /ni lui, ni les opérations de la commune ne comptent/,
  ],
  [
    { ...COMMUN, code: "liste-a-droite", valeurs: {} },
    /^Deux listes côte à côte$/,
    /Seule la liste de gauche est lue/,
  ],
])("%j", (alerte, titre, pourquoi) => {
  const phrase = phraserAlerte(alerte);
  expect(phrase.titre.replace(/\s/g, " ")).toMatch(titre);
  expect(phrase.pourquoi.replace(/\s/g, " ")).toMatch(pourquoi);
});
