import { enfants, type ElementXml } from "./xml";

export interface Relation {
  id: string;
  /** Dernier mot du type : « worksheet », « styles »… ; ses préfixes changent avec la variante du format. */
  genre: string;
  /** Nom de l'entrée de l'archive. */
  cible: string;
}

/** Relations internes d'une partie, cibles résolues. */
export function lireRelations(racine: ElementXml, partie: string): Relation[] {
  return enfants(racine, "Relationship")
    .filter(({ attributs }) => attributs.TargetMode !== "External")
    .map(({ attributs: { Id = "", Type = "", Target = "" } }) => ({
      id: Id,
      genre: Type.slice(Type.lastIndexOf("/") + 1),
      cible: resoudre(Target, partie),
    }));
}

/** Entrée qui porte les relations d'une partie : « xl/workbook.xml » → « xl/_rels/workbook.xml.rels ». */
export function partieDesRelations(partie: string): string {
  const coupe = partie.lastIndexOf("/") + 1;
  return `${partie.slice(0, coupe)}_rels/${partie.slice(coupe)}.rels`;
}

/** Une cible est absolue (« /xl/… ») ou relative au dossier de la partie. */
function resoudre(cible: string, partie: string): string {
  if (cible.startsWith("/")) return cible.slice(1);
  const chemin = partie.split("/").slice(0, -1);
  for (const pas of cible.split("/")) {
    if (pas === "..") chemin.pop();
    else if (pas !== ".") chemin.push(pas);
  }
  return chemin.join("/");
}
