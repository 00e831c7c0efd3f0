import type { RaisonDuRefus } from "../../natif";

/** Où se trouve une formule. */
export type Lieu =
  /** `adresse` : « C5 », ou « C5:C9 » pour une formule qui remplit plusieurs cellules. */
  | { genre: "cellule"; feuille: string; adresse: string }
  /** `feuille` : celle d'un nom qui lui est propre, `null` pour un nom du classeur. */
  | { genre: "nom"; nom: string; feuille: string | null }
  /** `plage` : celle à qui s'applique la règle, telle que le fichier l'écrit (« A1:A9 C1 »). */
  | { genre: "mise-en-forme" | "validation"; feuille: string; plage: string }
  | { genre: "colonne"; tableau: string; colonne: string };

/** Pourquoi une formule n'a pas été convertie, en données : les phrases sont dans `redaction`. */
export type Raison =
  | RaisonDuRefus
  /** Le fichier ne porte pas le résultat de la formule. */
  | { code: "sans-valeur" }
  /** Il porte une erreur qui ne vient pas du calcul : fonction absente, résultat en attente (« #NAME? », « #BUSY! »). */
  | { code: "valeur-morte"; erreur: string }
  /** Une mise en forme conditionnelle ou une validation n'admet pas de matrice de constantes, que la formule native contient. */
  | { code: "matrice-interdite" };

/** Une formule remplacée dans la copie. */
export interface Changement {
  lieu: Lieu;
  devient: "formule" | "valeur";
  /** Les fonctions du complément qu'elle appelait, sans « CMS. ». */
  fonctions: readonly string[];
  /** Pourquoi une copie à formules natives n'en garde que la valeur ; vide sinon. */
  raisons: readonly Raison[];
}

/** Une formule laissée telle quelle, qui ne marchera que chez ceux qui ont le complément. */
export interface Reste {
  lieu: Lieu;
  fonctions: readonly string[];
  raisons: readonly Raison[];
}

/** Ce qu'une copie change. Les formules concernées sont au nombre de `changements` et de `restes`. */
export interface RapportDeCopie {
  changements: readonly Changement[];
  restes: readonly Reste[];
  /** Le classeur était signé ; sa copie ne l'est plus. */
  signatureRetiree: boolean;
}
