import aide from "./aide.json";

/** L'aide d'une fonction. Elle vient des commentaires de `formules/`, par `npm run metadonnees`. */
export interface AideDeFonction {
  /** « CMS.OBJECTIF ». */
  nom: string;
  /** « Les fonctions du parc ». */
  theme: string;
  /** La première phrase de la description. */
  resume: string;
  description: string;
  arguments: readonly ArgumentDeFonction[];
  /** Ce que la fonction rend, avec son unité. */
  rend: string;
  articles: readonly string[];
  exemples: readonly ExempleDeFormule[];
  erreurs: readonly { cas: string; remede: string }[];
  remarques: readonly string[];
}

interface ArgumentDeFonction {
  nom: string;
  description: string;
  facultatif: boolean;
  /** Les mots proposés à la saisie, s'il y en a une liste. */
  valeurs: readonly { mot: string; sens: string }[];
}

export interface ExempleDeFormule {
  /** Telle qu'on la tape dans un Excel français. */
  fr: string;
  /** En écriture internationale, pour l'insérer. */
  formule: string;
  /** Ce que les cellules affichent, ligne par ligne ; un texte long finit par « … ». */
  resultat: readonly (readonly string[])[];
}

/** L'aide de toutes les fonctions, par ordre alphabétique. Chaque exemple est exécuté par un test. */
export const FONCTIONS_AIDE: readonly AideDeFonction[] = aide;
