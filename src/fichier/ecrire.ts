import { strToU8, zipSync } from "fflate";
import { absolue, nomPourFormule } from "../tableau";
import type { ClasseurXlsx, FeuilleXlsx, NomDefini } from "./classeur";
import { feuilleXml, TextesPartages } from "./ecrire-feuille";
import { Styles } from "./ecrire-styles";
import { documentXml, enveloppe, partieDeFeuille } from "./enveloppe";
import { versFichier } from "./formule";
import { dessins } from "./graphiques";
import { echapper, versTexteXml } from "./texte-xml";

/** Date fixe : le même classeur donne les mêmes octets. */
const DATE = new Date(2020, 0, 1);

/**
 * Écrit un classeur .xlsx. Les formules y sont recalculées à l'ouverture ; leurs valeurs servent en attendant, et là où
 * rien ne recalcule (aperçu d'un courriel). Un texte qui commence par « = » reste un texte.
 * @throws Error si Excel refuserait les noms de feuilles : c'est à l'appelant de les choisir.
 */
export function ecrireXlsx(classeur: ClasseurXlsx): Promise<Uint8Array> {
  return Promise.resolve().then(() => {
    verifierNoms(classeur.feuilles);
    const parties = Object.entries(partiesDe(classeur));
    const octets = parties.map(([nom, xml]) => [nom, strToU8(xml)] as const);
    return zipSync(Object.fromEntries(octets), { mtime: DATE });
  });
}

function partiesDe(classeur: ClasseurXlsx): Record<string, string> {
  const styles = new Styles();
  const textes = new TextesPartages();
  const active = feuilleActive(classeur);
  const feuilles = classeur.feuilles.map((feuille, rang) => [
    `xl/${partieDeFeuille(rang)}`,
    documentXml("worksheet", feuilleXml(feuille, rang === active, textes, styles)),
  ]);
  const { parties, types } = dessins(classeur.feuilles);
  return {
    ...enveloppe(classeur.feuilles.length, types),
    "xl/workbook.xml": documentXml("workbook", classeurXml(classeur, active)),
    ...(Object.fromEntries(feuilles) as Record<string, string>),
    ...parties,
    // Après les feuilles, qui les remplissent.
    "xl/styles.xml": documentXml("styleSheet", styles.xml()),
    "xl/sharedStrings.xml": documentXml("sst", textes.xml()),
  };
}

function classeurXml({ feuilles, noms }: ClasseurXlsx, active: number): string {
  const onglets = feuilles.map(({ nom, masquee }, rang) => {
    const etat = masquee ? ' state="hidden"' : "";
    return `<sheet name="${versTexteXml(nom)}" sheetId="${rang + 1}"${etat} r:id="rId${rang + 1}"/>`;
  });
  const definis = [...noms.map(nomXml), ...feuilles.map(impressionXml)].join("");
  return [
    `<bookViews><workbookView activeTab="${active}"/></bookViews>`,
    `<sheets>${onglets.join("")}</sheets>`,
    definis && `<definedNames>${definis}</definedNames>`,
    '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
  ].join("");
}

function nomXml({ nom, reference }: NomDefini): string {
  return `<definedName name="${echapper(nom)}">${echapper(versFichier(reference))}</definedName>`;
}

/** Ce qui s'imprime, et les lignes répétées en haut de chaque page : des noms réservés, propres à la feuille. */
function impressionXml({ nom, impression }: FeuilleXlsx, rang: number): string {
  const { zone, lignesRepetees } = impression ?? {};
  const [debut, fin = debut] = lignesRepetees?.split(":") ?? [];
  const reserves = [
    ["Print_Area", zone && absolue(zone)],
    ["Print_Titles", debut && `$${debut}:$${fin}`],
  ];
  return reserves
    .filter(([, plage]) => plage)
    .map(([reserve, plage]) => {
      const reference = echapper(`${nomPourFormule(nom)}!${plage}`);
      return `<definedName name="_xlnm.${reserve}" localSheetId="${rang}">${reference}</definedName>`;
    })
    .join("");
}

/** Une feuille masquée ne peut pas être active. */
function feuilleActive({ feuilles, active }: ClasseurXlsx): number {
  if (feuilles[active]?.masquee === false) return active;
  return feuilles.findIndex(({ masquee }) => !masquee);
}

function verifierNoms(feuilles: readonly FeuilleXlsx[]): void {
  const pris = new Set<string>();
  for (const { nom } of feuilles) {
    const refuse = nom === "" || nom.length > 31 || /[\\/?*[\]:]|^'|'$/.test(nom);
    if (refuse || pris.has(nom.toLowerCase())) throw new Error(`Nom de feuille refusé : ${nom}`);
    pris.add(nom.toLowerCase());
  }
  if (feuilles.every(({ masquee }) => masquee)) throw new Error("Aucune feuille visible");
}
