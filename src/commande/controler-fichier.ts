import type { ContexteDeControle } from "../controle";
import { FichierIllisible, lireXlsx, type ClasseurXlsx, type MotifIllisible } from "../fichier";
import type { MotifDeFichier } from "../redaction";
import { lireTableaux } from "../tableau";
import { apprecier } from "./apprecier";
import { direClasseur, direFichier } from "./dire-classeur";
import { feuilleLue } from "./feuille-lue";
import { lireOctets } from "./lire-octets";
import { pire, type ConstatDit, type RapportDeFichier } from "./rapport";

/**
 * Contrôle tous les tableaux de toutes les feuilles d'un classeur. Un fichier qui ne s'ouvre pas est « illisible », avec la raison.
 * @param fichier Nom à rendre dans le rapport.
 * @param chemin Où il est.
 */
export async function controlerFichier(
  fichier: string,
  chemin: string,
  contexte: ContexteDeControle
): Promise<RapportDeFichier> {
  const classeur = await ouvrir(chemin);
  if (typeof classeur === "string")
    return { fichier, verdict: "illisible", constats: [direFichier(classeur)], tableaux: [] };
  const lectures = classeur.feuilles.map((feuille) => lireTableaux(feuilleLue(feuille)));
  const { verdict, constats, tableaux } = apprecier(lectures, contexte);
  const duClasseur = direClasseur(
    classeur,
    lectures.flatMap((lecture) => lecture.tableaux)
  );
  return {
    fichier,
    verdict: aggraver(verdict, duClasseur),
    constats: [...duClasseur, ...constats],
    tableaux,
  };
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

async function ouvrir(chemin: string): Promise<ClasseurXlsx | MotifDeFichier> {
  const octets = await lireOctets(chemin);
  if (typeof octets === "string") return octets;
  try {
    return await lireXlsx(octets);
  } catch (erreur) {
    if (erreur instanceof FichierIllisible) return motifDe(erreur.motif);
    throw erreur;
  }
}

function motifDe(motif: MotifIllisible): MotifDeFichier {
  if (motif.code !== "pas-un-xlsx") return motif.code;
  return motif.format === "autre" ? "pas-un-xlsx" : motif.format;
}
