/** Pourquoi une ligne sous les titres n'est ni une commune ni un total. */
export type MotifDeLEcart =
  "intertitre" | "note" | "commentaire" | "titres repetes" | "hors contrat";

/** Une ligne rangée, au rang de la grille. */
export type LigneRangee =
  | { genre: "commune"; i: number; nom: string; section: string | null }
  | {
      genre: "total";
      i: number;
      nom: string;
      /** Communes lues avant elle. */
      communes: number;
      /** Vrai si le total précède ce qu'il additionne : « CC du Val », puis ses communes. */
      tete: boolean;
      sous: boolean;
      egaleAuGroupe: boolean;
      egaleATout: boolean;
    }
  | { genre: "ecartee"; i: number; texte: string; motif: MotifDeLEcart };

/** Un texte seul après la dernière commune n'annonce plus rien : c'est une note. */
export function nommerLesNotes(lignes: LigneRangee[]): LigneRangee[] {
  const derniere = lignes.map(({ genre }) => genre).lastIndexOf("commune");
  return lignes.map((ligne, rang) =>
    rang > derniere && ligne.genre === "ecartee" && ligne.motif === "intertitre"
      ? { ...ligne, motif: "note" }
      : ligne
  );
}
