import type { Bareme, Saisie } from "../regles";
import type {
  Conversion,
  DonneeLue,
  LigneDeCommune,
  Rubrique,
  TableauTrouve,
  TypeDeTableau,
} from "../tableau";
import type { Decoupage } from "../territoire";
import type { Constat } from "./constat";
import type { ContexteDeControle } from "./contexte";

/** Ce qui vaut pour toutes les communes d'un tableau et d'un EPCI, et où les constats s'ajoutent. */
export interface Cadre {
  tableau: TableauTrouve;
  type: TypeDeTableau;
  bareme: Bareme;
  contexte: ContexteDeControle;
  constats: Constat[];
  /** `null` : le rattachement des communes ne se contrôle pas. */
  decoupage: Decoupage | null;
  /** Ce qui a été converti dans ces lignes. */
  conversions: readonly Conversion[];
  /** Communes dont le taux ou l'objectif annoncé fait foi, faute d'écart. */
  annonces: LigneDeCommune[];
  /** Communes dont rien ne permet de recalculer l'objectif légal. */
  muettes: LigneDeCommune[];
}

/** La valeur d'une cellule pour les règles ; `null` si la colonne manque ou si la cellule est vide. */
export function saisieDe(donnee: DonneeLue | undefined): Saisie {
  const valeur = donnee?.valeur ?? null;
  return valeur === "" ? null : valeur;
}

/** L'objectif écrit ; face à un déficit nul, un tiret ou un « sans objet » dit 0 : il n'y a rien à rattraper. */
export function objectifEcrit({ donnees }: LigneDeCommune, rubrique: Rubrique): Saisie {
  const donnee = donnees[rubrique];
  const rien = donnee?.etat === "vide" && donnee.texte.trim() !== "";
  return rien && nombreDe(donnees.deficit) === 0 ? 0 : saisieDe(donnee);
}

/** Le nombre lu ; `null` si la cellule n'en porte pas un. */
export function nombreDe(donnee: DonneeLue | undefined): number | null {
  return typeof donnee?.valeur === "number" ? donnee.valeur : null;
}

/** Le code INSEE d'une commune ; `null` si le tableau ne le donne pas. */
export function inseeDe({ donnees }: Pick<LigneDeCommune, "donnees">): string | null {
  const insee = donnees.insee?.valeur;
  return typeof insee === "string" && insee !== "" ? insee : null;
}

/** Où se trouve ce dont parle un constat. */
export function reperer(
  { nom, donnees }: LigneDeCommune,
  rubrique: Rubrique
): { commune: string; adresse?: string } {
  const noms = donnees.commune ?? donnees.arrondissement;
  return { commune: nom, adresse: (donnees[rubrique] ?? noms)?.adresse };
}

/** « oui » ou « non » ; `null` sans réponse lisible. */
export function reponseDe(donnee: DonneeLue | undefined): string | null {
  return donnee && donnee.etat !== "illisible" && typeof donnee.valeur === "string"
    ? donnee.valeur
    : null;
}
