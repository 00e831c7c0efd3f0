import { INDEXEUR, type ObjetHote } from "./objet";
import {
  apiInconnue,
  CHEMIN,
  ErreurApi,
  type ArgumentsDuFil,
  type CheminDuFil,
  type LotDuFil,
} from "./protocole";

export interface Racines {
  /** L'objet « Workbook ». */
  classeur: ObjetHote;
  /** Objets que le client crée par leur nom complet (« Microsoft.ExcelServices.CustomFunctions »). */
  services: Record<string, () => ObjetHote>;
}

/** `null` : objet nul (`isNullObject`), dont tous les descendants sont nuls. */
type Resolu = ObjetHote | null;

/** Résout les chemins d'objet d'un lot ; chaque chemin n'est suivi qu'une fois (« Add » crée une seule feuille). */
export class Chemins {
  private readonly resolus = new Map<number, Promise<Resolu>>();

  constructor(
    private readonly lot: LotDuFil,
    private readonly racines: Racines,
    private readonly references: Map<string, ObjetHote>
  ) {}

  objet(numero: number): Promise<Resolu> {
    const connu = this.resolus.get(numero);
    if (connu) return connu;
    const resolu = this.resoudre(this.lot.ObjectPaths[numero], numero);
    this.resolus.set(numero, resolu);
    return resolu;
  }

  /** Arguments d'un appel : les numéros de chemin y sont remplacés par les objets qu'ils désignent. */
  async arguments(info: ArgumentsDuFil | undefined): Promise<unknown[]> {
    const references = info?.ReferencedObjectPathIds ?? [];
    const valeurs = info?.Arguments ?? [];
    return Promise.all(valeurs.map((valeur, i) => this.argument(valeur, references[i])));
  }

  private async argument(valeur: unknown, reference: unknown): Promise<unknown> {
    if (Array.isArray(reference) && Array.isArray(valeur)) {
      return Promise.all(valeur.map((element, i) => this.argument(element, reference[i])));
    }
    return typeof reference === "number" && reference > 0 ? this.objet(reference) : valeur;
  }

  private async resoudre(chemin: CheminDuFil | undefined, numero: number): Promise<Resolu> {
    if (!chemin) throw new ErreurApi("InvalidRequest", `Chemin d'objet ${numero} absent du lot.`);
    switch (chemin.ObjectPathType) {
      case CHEMIN.racine:
        return this.racines.classeur;
      case CHEMIN.nul:
        return null;
      case CHEMIN.nouvelObjet:
        return this.nouvelObjet(chemin.Name);
      case CHEMIN.reference:
        return this.reference(chemin.Name);
      default:
        return this.descendre(chemin);
    }
  }

  private nouvelObjet(nom: string): ObjetHote {
    const creer = this.racines.services[nom];
    if (!creer) throw apiInconnue(`new ${nom}`);
    return creer();
  }

  private reference(nom: string): ObjetHote {
    const objet = this.references.get(nom);
    if (!objet) throw new ErreurApi("InvalidReference", `Référence ${nom} inconnue.`);
    return objet;
  }

  private async descendre(chemin: CheminDuFil): Promise<Resolu> {
    const parent = await this.objet(chemin.ParentObjectPathId);
    if (parent === null) return null;
    if (chemin.ObjectPathType === CHEMIN.propriete) {
      const suivre = parent.objets?.[chemin.Name];
      if (!suivre) throw apiInconnue(`${parent.type}.${chemin.Name}`);
      return suivre();
    }
    const nom = chemin.ObjectPathType === CHEMIN.indexeur ? INDEXEUR : chemin.Name;
    const acceder = parent.acces?.[nom];
    if (!acceder) throw apiInconnue(`${parent.type}.${nom}()`);
    return acceder(...(await this.arguments(chemin.ArgumentInfo)));
  }
}
