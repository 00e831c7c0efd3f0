/**
 * L'ouverture automatique du volet : Excel ouvre, pour ceux qui ont le complément, le volet que le fichier désigne. C'est ce qu'écrit
 * `Office.context.document.settings` sous le nom « Office.AutoShowTaskpaneWithDocument ».
 */
import { echapper } from "../texte-xml";
import { enfant, enfants, type ElementXml } from "../xml";
import { DECLARATION, type Paquet } from "./paquet";
import { prefixe } from "./retouches";

/** Comment le fichier désigne le complément. */
export interface ReferenceDuComplement {
  /** Identifiant du manifeste, sans accolades. */
  id: string;
  /** « 0.1.0.0 ». */
  version: string;
  /** D'où Excel le tient : « EXCatalog » (déployé par l'administrateur), « FileSystem » (dossier partagé), « Registry » (essai). */
  origine: "EXCatalog" | "FileSystem" | "Registry";
  /** Le catalogue, ou l'adresse du dossier partagé. */
  catalogue: string;
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships";
const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const VOLETS = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const OUVERTURE = "Office.AutoShowTaskpaneWithDocument";

/** Fait s'ouvrir le volet du complément avec le classeur, sans toucher à ceux des autres. Sans effet si c'est déjà le cas. */
export function ouvrirAvecLeClasseur(paquet: Paquet, complement: ReferenceDuComplement): void {
  const volets = partieDesVolets(paquet) ?? ajouterLesVolets(paquet);
  const posee = paquet
    .relations(volets)
    .filter(({ genre }) => genre === "webextension")
    .find(({ cible }) => designe(paquet.lire(cible), complement.id));
  if (posee) marquer(paquet, posee.cible);
  else ajouterLeVolet(paquet, volets, complement);
}

/** Retire les volets que le classeur ouvrait : celui qui n'a pas le complément n'aura rien à installer. */
export function neRienOuvrir(paquet: Paquet): void {
  const volets = partieDesVolets(paquet);
  if (volets === undefined) return;
  for (const { genre, cible } of paquet.relations(volets)) {
    if (genre === "webextension") paquet.retirer(cible, volets);
  }
  paquet.retirer(volets, "");
}

function partieDesVolets(paquet: Paquet): string | undefined {
  return paquet.relations("").find(({ genre }) => genre === "webextensiontaskpanes")?.cible;
}

function ajouterLesVolets(paquet: Paquet): string {
  const partie = "xl/webextensions/taskpanes.xml";
  const xml = `${DECLARATION}<wetp:taskpanes xmlns:wetp="${VOLETS}"></wetp:taskpanes>`;
  paquet.ajouter(partie, xml, "application/vnd.ms-office.webextensiontaskpanes+xml", "", {
    type: `${OFFICE_2011}/webextensiontaskpanes`,
    cible: partie,
  });
  return partie;
}

function ajouterLeVolet(paquet: Paquet, volets: string, complement: ReferenceDuComplement): void {
  const dossier = volets.slice(0, volets.lastIndexOf("/") + 1);
  let rang = 1;
  while (paquet.contient(`${dossier}webextension${rang}.xml`)) rang += 1;
  const nom = `webextension${rang}.xml`;
  const id = paquet.ajouter(
    dossier + nom,
    extensionXml(complement),
    "application/vnd.ms-office.webextension+xml",
    volets,
    { type: `${OFFICE_2011}/webextension`, cible: nom }
  );
  paquet.retoucher(volets, (racine, retouches, xml) => {
    const x = prefixe(xml, racine);
    // Invisible : il ne s'ouvre que chez ceux qui ont le complément, et personne n'est invité à l'installer.
    const volet = `<${x}taskpane dockstate="right" visibility="0" width="350" row="4">`;
    const lien = `<${x}webextensionref xmlns:r="${RELATIONS}" r:id="${id}"/>`;
    retouches.ajouterDans(racine, `${volet}${lien}</${x}taskpane>`);
  });
}

function extensionXml({ id, version, origine, catalogue }: ReferenceDuComplement): string {
  return [
    `${DECLARATION}<we:webextension xmlns:we="${EXTENSION}" id="{${echapper(id.toUpperCase())}}">`,
    `<we:reference id="${echapper(id)}" version="${echapper(version)}"`,
    ` store="${echapper(catalogue)}" storeType="${origine}"/>`,
    `<we:alternateReferences/><we:properties>${proprieteXml("we:")}</we:properties>`,
    `<we:bindings/><we:snapshot xmlns:r="${RELATIONS}"/></we:webextension>`,
  ].join("");
}

function proprieteXml(x: string): string {
  return `<${x}property name="${OUVERTURE}" value="true"/>`;
}

function designe(extension: ElementXml, id: string): boolean {
  return enfant(extension, "reference")?.attributs.id?.toLowerCase() === id.toLowerCase();
}

/** Un volet du complément est déjà dans le classeur : il suffit d'y dire de s'ouvrir. */
function marquer(paquet: Paquet, extension: string): void {
  paquet.retoucher(extension, (racine, retouches, xml) => {
    const proprietes = enfant(racine, "properties");
    if (!proprietes) return;
    const posee = enfants(proprietes, "property").find(
      ({ attributs }) => attributs.name === OUVERTURE
    );
    if (posee?.attributs.value === "true") return;
    if (posee) retouches.poserAttributs(posee, { value: "true" });
    else retouches.ajouterDans(proprietes, proprieteXml(prefixe(xml, racine)));
  });
}
