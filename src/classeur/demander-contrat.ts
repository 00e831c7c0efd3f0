import { NOM_DE_LA_FEUILLE } from "../contrat";
import type { FeuilleLue } from "../tableau";
import { enValeur } from "./valeur-lue";

/** Fenêtre lue : une colonne par EPCI d'un département, une région au besoin ; dessous, les versions signées (300 communes, une douzaine de fois) et des notes. */
const FENETRE = "A1:OJ4000";

/**
 * Met en attente la lecture de la feuille « CMS – Contrat ».
 * @returns De quoi lire la réponse, après le `sync` ; `null` si le classeur n'a pas la feuille.
 */
export function demanderContrat({ workbook }: Excel.RequestContext): () => FeuilleLue | null {
  const feuille = workbook.worksheets.getItemOrNullObject(NOM_DE_LA_FEUILLE);
  const utilisee = feuille.getUsedRangeOrNullObject(true);
  const lue = utilisee.getIntersectionOrNullObject(FENETRE);
  for (const objet of [utilisee, lue]) objet.untrack();
  feuille.load("name");
  lue.load("values,valueTypes,formulas,rowIndex,columnIndex");
  return () => enFeuille(feuille, lue);
}

function enFeuille(feuille: Excel.Worksheet, lue: Excel.Range): FeuilleLue | null {
  if (feuille.isNullObject) return null;
  const nom = feuille.name;
  if (lue.isNullObject) return { nom, ligne: 0, colonne: 0, cellules: [] };
  const types: string[][] = lue.valueTypes;
  const formules: unknown[][] = lue.formulas;
  const valeurs = lue.values as (number | string | boolean)[][];
  const cellules = valeurs.map((ligne, i) =>
    ligne.map((valeur, j) => {
      const formule = formules[i]?.[j];
      const calculee = typeof formule === "string" && formule.startsWith("=") && formule !== valeur;
      return {
        valeur: enValeur(valeur, types[i]?.[j]),
        texte: String(valeur),
        format: "General",
        ...(calculee && { formule }),
      };
    })
  );
  return { nom, ligne: lue.rowIndex, colonne: lue.columnIndex, cellules };
}
