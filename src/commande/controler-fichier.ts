import { NOM_DE_LA_FEUILLE, colonnesDe, contexteDe, lireContrat } from "../contrat";
import type { ContexteDeControle } from "../controle";
import { lireXlsx } from "../fichier";
import { lireTableaux, type FeuilleLue } from "../tableau";
import { chargerDecoupage } from "../territoire";
import { apprecier } from "./apprecier";
import { direClasseur, direFichier } from "./dire-classeur";
import { direContrat } from "./dire-contrat";
import { feuilleLue } from "./feuille-lue";
import { ouvrir } from "./ouvrir";
import { pire, type ConstatDit, type RapportDeFichier } from "./rapport";

/**
 * Contrôle tous les tableaux de toutes les feuilles d'un classeur, avec les réponses et les colonnes de sa feuille « CMS – Contrat ». Un fichier qui ne
 * s'ouvre pas est « illisible », avec la raison.
 * @param fichier Nom à rendre dans le rapport.
 * @param chemin Où il est.
 * @param contexte Ce que dit la commande : l'emporte sur la feuille, réponse par réponse.
 */
export async function controlerFichier(
  fichier: string,
  chemin: string,
  contexte: ContexteDeControle
): Promise<RapportDeFichier> {
  const classeur = await ouvrir(chemin, lireXlsx);
  if (typeof classeur === "string")
    return { fichier, verdict: "illisible", constats: [direFichier(classeur)], tableaux: [] };
  const feuilles = classeur.feuilles.map(feuilleLue);
  const garde = feuilles.find(estCelleDuContrat) ?? null;
  const lu = lireContrat(
    garde,
    feuilles.map(({ nom }) => nom)
  );
  const lectures = feuilles.map((feuille) =>
    feuille === garde
      ? lireTableaux({ ...feuille, cellules: [] })
      : lireTableaux(feuille, { colonnes: colonnesDe(lu.contrat, feuille.nom) })
  );
  const { verdict, constats, tableaux } = apprecier(
    lectures,
    (epci) => ({ ...contexteDe(lu.contrat, epci), ...contexte }),
    await chargerDecoupage(),
    lu.contrat.versions
  );
  const duClasseur = [
    ...direClasseur(
      classeur,
      lectures.flatMap((lecture) => lecture.tableaux)
    ),
    ...direContrat(
      lu,
      tableaux.map(({ epci }) => epci)
    ),
  ];
  return {
    fichier,
    verdict: aggraver(verdict, duClasseur),
    constats: [...duClasseur, ...constats],
    tableaux,
  };
}

/** Elle porte des réponses : ce n'est jamais un tableau. Excel ne distingue pas les majuscules d'un nom de feuille. */
function estCelleDuContrat({ nom }: FeuilleLue): boolean {
  return nom.toLowerCase() === NOM_DE_LA_FEUILLE.toLowerCase();
}

/** Ce qui se dit du classeur compte dans son verdict. */
function aggraver(
  verdict: RapportDeFichier["verdict"],
  constats: readonly ConstatDit[]
): RapportDeFichier["verdict"] {
  return pire([
    verdict,
    ...constats.map(({ gravite }) =>
      gravite === "erreur"
        ? "non conforme"
        : gravite === "avertissement"
          ? "avertissements seulement"
          : "conforme"
    ),
  ]);
}
