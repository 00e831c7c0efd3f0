/** Ce que le classeur lit de `functions.json`. */

export interface Parametre {
  name: string;
  description?: string;
  /** « any » (par défaut), « number », « string » ou « boolean ». */
  type?: string;
  /** « scalar » (par défaut) ou « matrix ». */
  dimensionality?: string;
  optional?: boolean;
  repeating?: boolean;
  customEnumId?: string;
}

export interface DescriptionDeFonction {
  id: string;
  name: string;
  description?: string;
  parameters?: Parametre[];
  options?: { requiresAddress?: boolean };
}

export interface Enumeration {
  id: string;
  values: { name: string; stringValue?: string; numberValue?: number; tooltip?: string }[];
}

export interface Metadonnees {
  functions: DescriptionDeFonction[];
  enums?: Enumeration[];
  /** Une erreur dans une plage est transmise à la fonction au lieu de refuser l'appel. */
  allowErrorForDataTypeAny?: boolean;
  /** Les types de données d'Excel sont transmis en entier ; change la forme des erreurs. */
  allowCustomDataForDataTypeAny?: boolean;
}
