import { Chemins, type Racines } from "./chemins";
import { estObjetHote, type ObjetHote } from "./objet";
import {
  ACTION,
  apiInconnue,
  ErreurApi,
  introuvable,
  type ActionDuFil,
  type LotDuFil,
  type ReponseDuFil,
} from "./protocole";
import { nomDuFil, repondre } from "./requete";

export interface Accroches {
  /** Les tests y lèvent une panne ; appelée avant chaque action, sauf les traces. */
  avantAction?: (action: ActionDuFil) => void;
  /** Écritures gardées pour être faites en une fois : à faire avant de lire, et en fin de lot. */
  faireLesEcrituresEnAttente: () => void;
  /** Reçoit les erreurs qui ne sont pas celles d'Excel : une faute de l'hôte. */
  signaler: (erreur: unknown) => void;
}

/**
 * Interpréteur d'un lot « ProcessQuery ». Il ne sait rien d'Excel : il suit des chemins et applique
 * des actions sur un graphe d'`ObjetHote`. Une erreur arrête le lot ; ce qui précède reste fait.
 */
export class InterpreteRichApi {
  private readonly references = new Map<string, ObjetHote>();
  private derniereReference = 0;

  constructor(
    private readonly racines: Racines,
    private readonly accroches: Accroches
  ) {}

  async traiter(lot: LotDuFil): Promise<ReponseDuFil> {
    const chemins = new Chemins(lot, this.racines, this.references);
    const reponse: ReponseDuFil = { Results: [], TraceIds: [] };
    for (const [rang, action] of lot.Actions.entries()) {
      try {
        const valeur = await this.agir(action, chemins, lot);
        if (action.ActionType === ACTION.trace) reponse.TraceIds.push(action.Id);
        reponse.Results.push({ ActionId: action.Id, Value: valeur });
      } catch (erreur) {
        if (!(erreur instanceof ErreurApi)) this.accroches.signaler(erreur);
        reponse.Error = decrire(erreur, rang, action, lot);
        break;
      }
    }
    this.accroches.faireLesEcrituresEnAttente();
    return reponse;
  }

  private async agir(action: ActionDuFil, chemins: Chemins, lot: LotDuFil): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    this.accroches.avantAction?.(action);
    const objet = await chemins.objet(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instancier:
        return instancier(objet, lot);
      case ACTION.lire:
      case ACTION.lireEnJson:
        this.accroches.faireLesEcrituresEnAttente();
        return objet && repondre(objet, action.QueryInfo ?? {});
      case ACTION.verifierInchange:
        return null;
      case ACTION.methode:
        return this.appeler(objet, action, await chemins.arguments(action.ArgumentInfo));
      case ACTION.ecrire: {
        const [valeur] = await chemins.arguments(action.ArgumentInfo);
        return ecrire(existant(objet), action.Name ?? "", valeur);
      }
      case ACTION.mettreAJour:
        return mettreAJour(existant(objet), action.ObjectState ?? {});
      default:
        throw apiInconnue(`type d'action ${action.ActionType}`);
    }
  }

  private async appeler(
    objet: ObjetHote | null,
    action: ActionDuFil,
    args: unknown[]
  ): Promise<unknown> {
    const nom = action.Name ?? "";
    if (nom === "_KeepReference") return this.garder(objet);
    if (nom === "_RemoveReference") return this.oublier(String(args[0]));
    const methode = existant(objet).methodes?.[nom];
    if (!methode) throw apiInconnue(`${existant(objet).type}.${nom}()`);
    const resultat = await methode(...args);
    // Un objet d'Univer rendu ici ne se laisserait pas écrire en JSON et bloquerait `Excel.run`.
    return estDonnee(resultat) ? resultat : null;
  }

  private garder(objet: ObjetHote | null): null {
    if (objet && !objet.reference) {
      objet.reference = `r${++this.derniereReference}`;
      this.references.set(objet.reference, objet);
    }
    return null;
  }

  private oublier(reference: string): null {
    delete this.references.get(reference)?.reference;
    this.references.delete(reference);
    return null;
  }
}

function instancier(objet: ObjetHote | null, lot: LotDuFil): unknown {
  if (!objet) return null;
  const valeur: Record<string, unknown> = {};
  if (objet.id !== undefined) valeur.Id = objet.id;
  if (lot.AutoKeepReference && objet.reference) valeur._ReferenceId = objet.reference;
  return valeur;
}

function ecrire(objet: ObjetHote, nom: string, valeur: unknown): undefined {
  const propriete = objet.proprietes[nom];
  if (!propriete?.ecrire) throw apiInconnue(`${objet.type}.${nom} =`);
  propriete.ecrire(valeur);
}

/** `objet.set({ format: { fill: { color: "…" } } })` : les noms arrivent tels que le complément les écrit. */
function mettreAJour(objet: ObjetHote, etat: Record<string, unknown>): undefined {
  for (const [cle, valeur] of Object.entries(etat)) {
    const nom = nomDuFil(cle);
    const enfant = objet.objets?.[nom]?.();
    if (enfant) mettreAJour(enfant, valeur as Record<string, unknown>);
    else ecrire(objet, nom, valeur);
  }
}

function existant(objet: ObjetHote | null): ObjetHote {
  if (!objet) throw introuvable();
  return objet;
}

function estDonnee(valeur: unknown): boolean {
  if (typeof valeur !== "object" || valeur === null) return valeur !== undefined;
  return (
    Array.isArray(valeur) ||
    (!estObjetHote(valeur) && Object.getPrototypeOf(valeur) === Object.prototype)
  );
}

function decrire(erreur: unknown, rang: number, action: ActionDuFil, lot: LotDuFil) {
  const lieu = action.Name ?? lot.ObjectPaths[action.ObjectPathId]?.Name ?? "";
  const connue = erreur instanceof ErreurApi;
  return {
    Code: connue ? erreur.code : "GeneralException",
    Message: erreur instanceof Error ? erreur.message : String(erreur),
    Location: lieu,
    ActionIndex: rang,
    HttpStatusCode: connue ? erreur.statut : 500,
  };
}
