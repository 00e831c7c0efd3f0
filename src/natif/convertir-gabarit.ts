import type { RaisonDuRefus } from "./formule-native";
import { remplirGabarit, type Gabarit } from "./gabarit";
import { depassement } from "./limites";
import { estAppelCms, lireFormule, type Partie } from "./lire-formule";
import { UNE_CELLULE } from "./plages";
import { refuserAppel, remplacerLesAppels, type AppelRestant } from "./remplacer-appels";
import { estSimple, tailleDAppel, tailleDe } from "./tailles";

export interface GabaritConverti {
  texte: string;
  /** Les fonctions appelées, sans « CMS. », dans l'ordre du texte. */
  appels: readonly string[];
  /** Positions dans le gabarit. Si quelque chose reste, `texte` ne vaut rien. */
  restants: readonly AppelRestant[];
  matricielle: boolean;
}

/** Convertit un gabarit (voir `convertirFormule`), ou rend `undefined` si la formule est mal formée. */
export function convertirGabarit(
  { texte, jetons, references }: Gabarit,
  matricielle: boolean
): GabaritConverti | undefined {
  const racine = lireFormule(jetons);
  if (!racine) return undefined;
  const { convertie, appels, restants } = remplacerLesAppels(texte, racine);
  const etendue = appels.some((appel) => tailleDAppel(appel) !== UNE_CELLULE);

  if (restants.length === 0) {
    const raison: RaisonDuRefus | undefined =
      etendue && !matricielle && !nEstQuUnAppel(racine)
        ? { code: "forme-matricielle" }
        : depassement(racine, remplirGabarit(convertie, references));
    if (raison) restants.push(...appels.map((appel) => refuserAppel(appel, raison)));
  }
  return {
    texte: convertie,
    appels: appels.map(({ cms }) => cms),
    restants: restants.sort((a, b) => a.position - b.position),
    matricielle: matricielle ? tailleDe(racine) !== UNE_CELLULE : etendue,
  };
}

/** Ses plages y passent telles quelles, sans que rien ne les calcule ni ne les croise avec la cellule. */
function nEstQuUnAppel({ elements }: Partie): boolean {
  const [appel, ...autres] = elements;
  if (!estAppelCms(appel) || autres.length > 0) return false;
  return appel.parties.every(
    (partie) => estSimple(partie) || nEstQuUnAppel(partie) || tailleDe(partie) === UNE_CELLULE
  );
}
