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

function attenduDe(nom: string): Attendu {
  const attendu = CORPUS.attendu(nom);
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
