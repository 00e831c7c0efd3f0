import { codeDErreur } from "./erreur";

/** Fait un travail qu'Excel annulera d'un coup, là où il sait le faire. */
export async function enUnGroupe<T>(
  travail: (context: Excel.RequestContext) => Promise<T>
): Promise<T> {
  try {
    return await Excel.run({ mergeUndoGroup: true }, travail);
  } catch (erreur) {
    // Certaines versions d'Excel refusent le groupe d'annulation au lieu de l'ignorer.
    if (codeDErreur(erreur) !== "UndoNotSupported") throw erreur;
    return Excel.run({}, travail);
  }
}
