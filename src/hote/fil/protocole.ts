/**
 * Le fil : ce que office.js envoie à Excel (« ProcessQuery ») et ce qu'Excel lui répond.
 * Formes relevées en lisant et en exécutant le client de Microsoft ; les valeurs transportées
 * restent `unknown` tant que le modèle ne les a pas vérifiées.
 */

export const ACTION = {
  instancier: 1,
  lire: 2,
  methode: 3,
  ecrire: 4,
  trace: 5,
  lireEnJson: 7,
  verifierInchange: 8,
  mettreAJour: 9,
} as const;

export const CHEMIN = {
  racine: 1,
  nouvelObjet: 2,
  methode: 3,
  propriete: 4,
  indexeur: 5,
  reference: 6,
  nul: 7,
} as const;

export interface ArgumentsDuFil {
  Arguments?: unknown[];
  /** Même forme que `Arguments` : numéro du chemin d'un argument objet, 0 sinon. */
  ReferencedObjectPathIds?: unknown[];
}

export interface RequeteDuFil {
  Select?: string[];
  Expand?: string[];
  Skip?: number;
  Top?: number;
}

export interface ActionDuFil {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentsDuFil;
  QueryInfo?: RequeteDuFil;
  ObjectState?: Record<string, unknown>;
}

export interface CheminDuFil {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId: number;
  ArgumentInfo?: ArgumentsDuFil;
}

export interface LotDuFil {
  Actions: ActionDuFil[];
  ObjectPaths: Record<string, CheminDuFil>;
  AutoKeepReference?: boolean;
}

export interface ErreurDuFil {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex: number;
  HttpStatusCode: number;
}

export interface ReponseDuFil {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: ErreurDuFil;
}

/** Erreur qu'Excel renverrait : office.js en fait une `OfficeExtension.Error` portant le même code. */
export class ErreurApi extends Error {
  constructor(
    readonly code: string,
    message = code,
    readonly statut = 400
  ) {
    super(message);
  }
}

/** Nom que notre hôte ne sert pas : jamais de succès silencieux. */
export function apiInconnue(nom: string): ErreurApi {
  return new ErreurApi("ApiNotFound", `Le classeur d'essai ne connaît pas « ${nom} ».`);
}

export function introuvable(): ErreurApi {
  return new ErreurApi("ItemNotFound", "The requested resource doesn't exist.", 404);
}

export function argumentInvalide(
  message = "The argument is invalid or missing or has an incorrect format."
): ErreurApi {
  return new ErreurApi("InvalidArgument", message);
}
