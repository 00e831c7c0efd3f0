import type { Compresse } from "../compresser";
import type { Limites } from "../limites";
import { recomposerZip } from "../recomposer-zip";
import { lireRelations, partieDesRelations, type Relation } from "../relations";
import { echapper } from "../texte-xml";
import { enfants, lireXml, type ElementXml } from "../xml";
import type { Zip } from "../zip";
import { prefixe, Retouches } from "./retouches";

const TYPES = "[Content_Types].xml";

/** Une relation à écrire : son type complet, et sa cible telle qu'elle s'écrit. */
export interface NouvelleRelation {
  type: string;
  cible: string;
}

/** Un fichier .xlsx dont on change quelques parties ; les autres ne sont pas même décompressées. */
export class Paquet {
  private readonly changements = new Map<string, string | Compresse | null>();
  /** Ce qui se relit : le classeur, ses relations, les types. Pas les feuilles. */
  private readonly lus = new Map<string, string>();

  constructor(
    readonly archive: Zip,
    readonly limites: Limites
  ) {}

  /** L'archive changée. @throws FichierIllisible si une partie inchangée ne peut être recopiée. */
  recomposer(): Uint8Array {
    return recomposerZip(this.archive, this.changements);
  }

  /** La copie diffère-t-elle de l'original ? */
  get change(): boolean {
    return this.changements.size > 0;
  }

  contient(partie: string): boolean {
    const change = this.changements.get(partie);
    return change === undefined ? this.archive.contient(partie) : change !== null;
  }

  lire(partie: string): ElementXml {
    return lireXml(this.texte(partie), partie, this.limites.elements);
  }

  /** Une partie écrite déjà compressée ne se relit plus. */
  ecrire(partie: string, contenu: string | Compresse): void {
    this.changements.set(partie, contenu);
  }

  /** Change une partie à la place près. `agir` reçoit sa racine et son texte. */
  retoucher(
    partie: string,
    agir: (racine: ElementXml, retouches: Retouches, xml: string) => void
  ): void {
    const xml = this.texte(partie);
    const retouches = new Retouches(xml, partie);
    agir(this.lire(partie), retouches, xml);
    if (retouches.nombre > 0) this.ecrire(partie, [...retouches.morceaux()].join(""));
  }

  /** Les relations d'une partie ; « » pour celles du paquet. */
  relations(partie: string): Relation[] {
    const relations = partieDesRelations(partie);
    return this.contient(relations) ? lireRelations(this.lire(relations), partie) : [];
  }

  /** Retire une partie, ses relations et son type de contenu, et la relation de `porteuse` vers elle. */
  retirer(partie: string, porteuse: string): void {
    const visees = new Set(
      this.relations(porteuse)
        .filter(({ cible }) => cible === partie)
        .map(({ id }) => id)
    );
    this.retoucher(partieDesRelations(porteuse), (racine, retouches) => {
      for (const relation of enfants(racine, "Relationship")) {
        if (visees.has(relation.attributs.Id ?? "")) retouches.retirer(relation);
      }
    });
    this.retoucher(TYPES, (racine, retouches) => {
      for (const type of enfants(racine, "Override")) {
        if (type.attributs.PartName === `/${partie}`) retouches.retirer(type);
      }
    });
    for (const morte of [partie, partieDesRelations(partie)]) {
      if (this.contient(morte)) this.changements.set(morte, null);
    }
  }

  /** Ajoute une partie, son type de contenu et la relation de `porteuse` vers elle ; rend l'identifiant de cette relation. */
  ajouter(
    partie: string,
    xml: string,
    typeDeContenu: string,
    porteuse: string,
    { type, cible }: NouvelleRelation
  ): string {
    const relations = partieDesRelations(porteuse);
    if (!this.contient(relations)) this.ecrire(relations, RELATIONS_VIDES);
    const id = idLibre(this.relations(porteuse));
    this.retoucher(relations, (racine, retouches, xml) => {
      const relation = `<${prefixe(xml, racine)}Relationship Id="${id}" Type="${type}" Target="${echapper(cible)}"/>`;
      retouches.ajouterDans(racine, relation);
    });
    this.retoucher(TYPES, (racine, retouches, xml) => {
      const declaration = `<${prefixe(xml, racine)}Override PartName="/${echapper(partie)}" ContentType="${typeDeContenu}"/>`;
      retouches.ajouterDans(racine, declaration);
    });
    this.ecrire(partie, xml);
    return id;
  }

  private texte(partie: string): string {
    const change = this.changements.get(partie);
    if (typeof change === "string") return change;
    const texte = this.lus.get(partie) ?? this.archive.texte(partie);
    this.lus.set(partie, texte);
    return texte;
  }
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const RELATIONS_VIDES = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

function idLibre(relations: readonly Relation[]): string {
  const pris = new Set(relations.map(({ id }) => id));
  let rang = 1;
  while (pris.has(`rIdCms${rang}`)) rang += 1;
  return `rIdCms${rang}`;
}
