/** Pourquoi un fichier n'a pas été lu, en données : les phrases sont dans `redaction`. */
export type MotifIllisible =
  | { code: "vide" }
  /** Classeur protégé par un mot de passe à l'ouverture. */
  | { code: "chiffre" }
  /** Excel 97-2003 (.xls). */
  | { code: "xls-ancien" }
  | { code: "pas-un-xlsx"; format: "ods" | "xlsb" | "autre" }
  /** `limite` : en octets pour « fichier » et « contenu » (une fois décompressé), sinon un nombre. */
  | {
      code: "trop-gros";
      quoi: "fichier" | "contenu" | "entrees" | "elements" | "cellules" | "formules";
      limite: number;
    }
  /** Ce qu'aucun tableur n'écrit : déclaration DTD, nom d'entrée qui sort de l'archive, entrée en double. */
  | { code: "suspect"; partie: string }
  /** Tronqué ou altéré. `partie` : le fichier de l'archive en cause, ou « zip » pour l'archive elle-même. */
  | { code: "abime"; partie: string };

/** La seule erreur que lève la lecture d'un .xlsx, quels que soient les octets reçus. */
export class FichierIllisible extends Error {
  override readonly name = "FichierIllisible";

  constructor(readonly motif: MotifIllisible) {
    super(`Fichier illisible : ${JSON.stringify(motif)}`);
  }

  get code(): MotifIllisible["code"] {
    return this.motif.code;
  }

  /** Ce qui se dit à l'utilisateur : le code, ou le format d'un autre tableur s'il est reconnu. */
  get raison(): MotifIllisible["code"] | "ods" | "xlsb" {
    const { motif } = this;
    return motif.code === "pas-un-xlsx" && motif.format !== "autre" ? motif.format : motif.code;
  }
}

/** Une partie de l'archive dont le contenu n'est pas celui d'un classeur. */
export function abime(partie: string): FichierIllisible {
  return new FichierIllisible({ code: "abime", partie });
}
