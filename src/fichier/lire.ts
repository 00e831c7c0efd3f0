import type { ClasseurXlsx, NomDefini } from "./classeur";
import { verifierConteneur } from "./conteneur";
import { couleursDuTheme } from "./couleurs";
import { depuisFichier } from "./formule";
import { FichierIllisible } from "./illisible";
import { LIMITES, type Limites } from "./limites";
import { lireFeuille, type Fiche } from "./lire-feuille";
import { texteRiche, type Contexte } from "./lire-lignes";
import { lireStyles } from "./lire-styles";
import type { PlagesReservees } from "./mise-en-page";
import { lireRelations, partieDesRelations, type Relation } from "./relations";
import { depuisTexteXml } from "./texte-xml";
import { enfant, enfants, estVrai, lireXml, type AuPassage, type ElementXml } from "./xml";
import { Zip } from "./zip";

export type LirePartie = (partie: string, auPassage?: AuPassage) => ElementXml;

/**
 * Lit un classeur .xlsx (ou .xlsm, macros ignorées). Les dates restent des nombres, avec leur format.
 * Les cellules qu'une formule étalée remplit sont rendues comme des valeurs : son `etendue` dit lesquelles.
 * @throws FichierIllisible, et jamais une autre erreur, quels que soient les octets.
 */
export function lireXlsx(octets: Uint8Array): Promise<ClasseurXlsx> {
  return Promise.resolve().then(() => lireClasseur(octets, LIMITES));
}

function lireClasseur(octets: Uint8Array, limites: Limites): ClasseurXlsx {
  verifierConteneur(octets, limites);
  const archive = new Zip(octets, limites);
  const lire: LirePartie = (partie, auPassage) =>
    lireXml(archive.texte(partie), partie, limites.elements, auPassage);

  const partie = partieDuClasseur(archive, lire);
  const racine = lire(partie);
  if (racine.nom !== "workbook") throw pasUnXlsx("autre");
  const relations = lireRelations(lire(partieDesRelations(partie)), partie);
  const fiches = lireFiches(racine, relations);
  const contexte = lireContexte(relations, lire, limites);
  const vue = enfant(enfant(racine, "bookViews"), "workbookView");
  const rangActif = Number(vue?.attributs.activeTab ?? 0);
  return {
    feuilles: fiches.map((fiche) => lireFeuille(fiche, contexte, lire)),
    noms: lireNoms(racine),
    active: Math.max(
      0,
      fiches.findIndex(({ rang }) => rang === rangActif)
    ),
  };
}

/**
 * L'entrée de l'archive qui décrit le classeur.
 * @throws FichierIllisible si l'archive n'est pas celle d'un .xlsx.
 */
export function partieDuClasseur(archive: Zip, lire: LirePartie): string {
  if (!archive.contient("_rels/.rels")) {
    throw pasUnXlsx(archive.contient("content.xml") ? "ods" : "autre");
  }
  const relations = lireRelations(lire("_rels/.rels"), "");
  const classeur = relations.find(({ genre }) => genre === "officeDocument")?.cible;
  if (classeur === undefined) throw pasUnXlsx("autre");
  if (classeur.endsWith(".bin")) throw pasUnXlsx("xlsb");
  return classeur;
}

/** Les feuilles de calcul seulement : ni feuilles graphiques, ni boîtes de dialogue d'Excel 5. */
export function lireFiches(
  classeur: ElementXml,
  relations: readonly Relation[]
): (Fiche & { rang: number })[] {
  const parties = new Map(
    relations.filter(({ genre }) => genre === "worksheet").map(({ id, cible }) => [id, cible])
  );
  return enfants(enfant(classeur, "sheets"), "sheet").flatMap(({ attributs }, rang) => {
    const partie = parties.get(attributs.id ?? "");
    if (partie === undefined) return [];
    return {
      rang,
      partie,
      nom: depuisTexteXml(attributs.name ?? ""),
      masquee: attributs.state === "hidden" || attributs.state === "veryHidden",
      reserves: plagesReservees(classeur, rang),
    };
  });
}

/** Ce qui s'imprime d'une feuille (« Feuil1!$A$1:$H$90 ») et ce qui s'y répète (« Feuil1!$A:$A,Feuil1!$12:$13 » → « 12:13 »). */
function plagesReservees(classeur: ElementXml, rang: number): PlagesReservees {
  const valeurDe = (reserve: string): string =>
    enfants(enfant(classeur, "definedNames"), "definedName").find(
      ({ attributs }) =>
        attributs.name === `_xlnm.${reserve}` && attributs.localSheetId === String(rang)
    )?.texte ?? "";
  const [, zone] = /!(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)$/.exec(valeurDe("Print_Area")) ?? [];
  const [, debut, fin] = /\$(\d+):\$(\d+)$/.exec(valeurDe("Print_Titles")) ?? [];
  return {
    ...(zone && { zone: zone.replaceAll("$", "") }),
    ...(debut && fin && { lignesRepetees: `${debut}:${fin}` }),
  };
}

/** Les noms que l'utilisateur voit. De deux noms égaux, propres chacun à une feuille, seul le premier est gardé. */
function lireNoms(classeur: ElementXml): NomDefini[] {
  const noms = new Map<string, NomDefini>();
  for (const { attributs, texte } of enfants(enfant(classeur, "definedNames"), "definedName")) {
    const nom = attributs.name ?? "";
    if (nom.startsWith("_xlnm.") || estVrai(attributs.hidden)) continue;
    const cle = nom.toLowerCase();
    if (!noms.has(cle)) noms.set(cle, { nom, reference: depuisFichier(texte).slice(1) });
  }
  return [...noms.values()];
}

function lireContexte(
  relations: readonly Relation[],
  lire: LirePartie,
  limites: Limites
): Contexte {
  const partie = (genre: string) => relations.find((relation) => relation.genre === genre)?.cible;
  const theme = partie("theme");
  const styles = partie("styles");
  const textes = partie("sharedStrings");
  return {
    ...lireStyles(
      styles === undefined ? undefined : lire(styles),
      theme ? couleursDuTheme(lire(theme)) : []
    ),
    textes: textes ? lireTextes(textes, lire) : [],
    compter: compteur(limites),
  };
}

function lireTextes(partie: string, lire: LirePartie): string[] {
  const textes: string[] = [];
  lire(partie, { nom: "si", recevoir: (element) => textes.push(texteRiche(element)) });
  return textes;
}

function compteur({ cellules, formules }: Limites): Contexte["compter"] {
  let cellulesLues = 0;
  let caracteresLus = 0;
  return (caracteresDeFormule) => {
    cellulesLues++;
    caracteresLus += caracteresDeFormule;
    if (cellulesLues > cellules) throw tropGros("cellules", cellules);
    if (caracteresLus > formules) throw tropGros("formules", formules);
  };
}

function tropGros(quoi: "cellules" | "formules", limite: number): FichierIllisible {
  return new FichierIllisible({ code: "trop-gros", quoi, limite });
}

export function pasUnXlsx(format: "ods" | "xlsb" | "autre"): FichierIllisible {
  return new FichierIllisible({ code: "pas-un-xlsx", format });
}
