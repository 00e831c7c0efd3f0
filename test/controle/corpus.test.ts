import { comparer, Corpus, type Attendu } from "../outils/corpus";

/**
 * Des classeurs tels que les agents les tiennent, faits sans connaître le code, et ce qu'il faut en dire : chaque erreur et chaque avertissement, ni plus
 * ni moins.
 */
const CORPUS = new Corpus("independants");

/**
 * Écarts assumés avec les attentes du corpus, qui y voit des informations : à exactement 4 points, les annexes du guide se contredisent (arbitrage 2) ; un
 * inventaire provisoire est à recaler avant signature. Le volet en fait des avertissements.
 */
const AVERTISSEMENTS_CHEZ_NOUS = ["02-cartouche G12", "16-arrondi E4"];

/** La dernière ligne « dont PLAI », couverte par la fusion de l'EPCI, n'est pas une commune : les données finissent à la dernière commune. */
const PLAGES_CHEZ_NOUS = new Map([["53-sans-amenagement", "A4:K10"]]);

function attenduDe(nom: string): Attendu {
  const attendu = CORPUS.attendu(nom);
  const plage = [...PLAGES_CHEZ_NOUS].find(([debut]) => nom.startsWith(debut))?.[1];
  for (const tableau of attendu.tableaux) tableau.plageDonnees = plage ?? tableau.plageDonnees;
  for (const tableau of attendu.tableaux) {
    for (const constat of tableau.constats) {
      const assume = AVERTISSEMENTS_CHEZ_NOUS.some((cas) => {
        const [debut = "", cellule] = cas.split(" ");
        return nom.startsWith(debut) && constat.cellule === cellule;
      });
      if (!assume) continue;
      constat.gravite = "avertissement";
      tableau.verdict = attendu.verdict = "avertissements seulement";
    }
  }
  return attendu;
}

test.each(CORPUS.noms())("%s", async (nom) => {
  const attendu = attenduDe(nom);
  comparer(await CORPUS.controler(nom, attendu.contexte), attendu);
});
