/** Un objet d'Excel vu du fil : ses membres portent leurs noms du fil (« RowCount », « GetRange »). */
export interface ObjetHote {
  type: string;
  /** Rendu à l'instanciation : office.js s'en sert pour retrouver l'objet au lot suivant. */
  id?: string;
  /** Valeurs simples, lues par `load` et écrites par affectation. */
  proprietes: Record<string, Propriete>;
  /** Objets atteints par une propriété (« Format », « Worksheet »). */
  objets?: Record<string, () => ObjetHote | null>;
  /** Objets atteints par une méthode ou un indexeur (« GetRange », « Add ») : appelés une seule fois par lot. */
  acces?: Record<string, Acces>;
  /** Méthodes qui agissent ou rendent des données simples. */
  methodes?: Record<string, Methode>;
  /** Membres d'une collection. */
  elements?: () => ObjetHote[];
  /** Appelé avant une lecture, avec les noms demandés. */
  avantLecture?: (noms: string[]) => Promise<void>;
  /** Posé par `_KeepReference`. */
  reference?: string;
}

export interface Propriete {
  lire: () => unknown;
  ecrire?: (valeur: unknown) => void;
}

type Acces = (...args: unknown[]) => ObjetHote | null | Promise<ObjetHote | null>;
type Methode = (...args: unknown[]) => unknown;

/** Nom d'accès d'un indexeur (`collection[cle]`). */
export const INDEXEUR = "[]";

export function lecture(lire: () => unknown): Propriete {
  return { lire };
}

export function lectureEcriture(lire: () => unknown, ecrire: (valeur: unknown) => void): Propriete {
  return { lire, ecrire };
}

export function estObjetHote(valeur: unknown): valeur is ObjetHote {
  return typeof valeur === "object" && valeur !== null && "proprietes" in valeur;
}
