import { convertirFormule } from "../../natif";
import { enfant, type ElementXml } from "../xml";
import { appelleLeComplement, fonctionsDe, raisonsDe } from "./appels";
import type { Journal } from "./journal";
import type { PlagesFigees } from "./plages-figees";
import type { Lieu, Raison } from "./rapport";
import type { Retouches } from "./retouches";

/** Là où une formule n'a pas de résultat enregistré : on la convertit, ou on la laisse. */
export class CopieDesRegles {
  constructor(
    private readonly retouches: Retouches,
    private readonly journal: Journal,
    private readonly plagesFigees: PlagesFigees | undefined
  ) {}

  /** Les noms définis du classeur. `feuilles` : leurs noms, dans l'ordre du classeur. */
  copierNoms(classeur: ElementXml, feuilles: readonly string[]): void {
    for (const element of enfant(classeur, "definedNames")?.enfants ?? []) {
      const { name = "", localSheetId } = element.attributs;
      const feuille = localSheetId === undefined ? null : (feuilles[Number(localSheetId)] ?? null);
      this.copierTexte(element, { genre: "nom", nom: name, feuille });
    }
  }

  /** Colonnes calculées et lignes de total d'un tableau. */
  copierTableau(tableau: ElementXml): void {
    const { displayName = "" } = tableau.attributs;
    for (const colonne of enfant(tableau, "tableColumns")?.enfants ?? []) {
      const { name = "" } = colonne.attributs;
      for (const formule of colonne.enfants) {
        if (!FORMULES_DE_COLONNE.has(formule.nom)) continue;
        const lieu: Lieu = { genre: "colonne", tableau: displayName, colonne: name };
        const matricielle = formule.attributs.array === "1";
        const convertie = this.convertir(formule.texte, lieu, matricielle);
        if (convertie === undefined) continue;
        this.retouches.remplacerTexte(formule, convertie.formule);
        if (convertie.matricielle !== matricielle) {
          this.retouches.poserAttributs(formule, { array: convertie.matricielle ? "1" : null });
        }
      }
    }
  }

  /**
   * Mises en forme conditionnelles et validations d'une feuille, celles d'Excel 2010 et suivants (« x14 ») comprises. `racine` : la feuille,
   * sans ses lignes.
   */
  copierFeuille(racine: ElementXml, feuille: string): void {
    // Une pile : un fichier hostile imbrique plus d'éléments que le moteur n'admet d'appels.
    const aLire: { element: ElementXml; lieu: Lieu | undefined }[] = [
      { element: racine, lieu: undefined },
    ];
    for (let lu = aLire.pop(); lu; lu = aLire.pop()) {
      const { element } = lu;
      const genre = GENRES.get(element.nom);
      const lieu = genre ? { genre, feuille, plage: plageDe(element) } : lu.lieu;
      if (lieu && FORMULES.has(element.nom)) this.copierTexte(element, lieu);
      if (lieu && element.nom === "cfvo") this.copierSeuil(element, lieu);
      for (const suivant of [...element.enfants].reverse()) aLire.push({ element: suivant, lieu });
    }
  }

  private copierTexte(element: ElementXml, lieu: Lieu): void {
    const convertie = this.convertir(element.texte, lieu, true);
    if (convertie) this.retouches.remplacerTexte(element, convertie.formule);
  }

  /** Le seuil d'une échelle de couleurs peut être une formule, écrite en attribut. */
  private copierSeuil(element: ElementXml, lieu: Lieu): void {
    const { type, val = "" } = element.attributs;
    const convertie = type === "formula" ? this.convertir(val, lieu, true) : undefined;
    if (convertie) this.retouches.poserAttributs(element, { val: convertie.formule });
  }

  private convertir(
    lu: string,
    lieu: Lieu,
    matricielle: boolean
  ): { formule: string; matricielle: boolean } | undefined {
    this.journal.plagesFigees.chercher(lu);
    const texte = this.plagesFigees?.citer(lu, feuilleDe(lieu)) ?? lu;
    if (!appelleLeComplement(texte)) {
      if (texte === lu) return undefined;
      this.journal.convertir(lieu, []);
      return { formule: texte, matricielle };
    }
    const convertie = convertirFormule(texte, matricielle);
    const fonctions = fonctionsDe(convertie);
    if (fonctions.length === 0) return undefined;
    const restants = raisonsDe(convertie);
    const raisons = restants.length > 0 ? restants : interditsDans(lieu, convertie.formule);
    if (raisons.length > 0) {
      this.journal.laisser(lieu, fonctions, raisons);
      return undefined;
    }
    this.journal.convertir(lieu, fonctions);
    return convertie;
  }
}

/** Ce que vaut une référence sans nom de feuille ; un nom du classeur et une colonne n'en ont pas. */
function feuilleDe(lieu: Lieu): string {
  return "feuille" in lieu ? (lieu.feuille ?? "") : "";
}

const FORMULES_DE_COLONNE: ReadonlySet<string> = new Set([
  "calculatedColumnFormula",
  "totalsRowFormula",
]);

const GENRES: ReadonlyMap<string, "mise-en-forme" | "validation"> = new Map([
  ["conditionalFormatting", "mise-en-forme"],
  ["dataValidation", "validation"],
]);

/** « f » : la formule d'une règle « x14 ». */
const FORMULES: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);

/** Excel refuse à la saisie une formule de validation plus longue. */
const LONGUEUR_DE_VALIDATION = 255;

/** Ce qu'Excel admet dans une cellule et pas dans une règle : à l'ouverture, il dirait le fichier abîmé. */
function interditsDans({ genre }: Lieu, formule: string): Raison[] {
  if (genre !== "mise-en-forme" && genre !== "validation") return [];
  if (formule.includes("{")) return [{ code: "matrice-interdite" }];
  const longueur = formule.length;
  const longue = genre === "validation" && longueur > LONGUEUR_DE_VALIDATION;
  return longue ? [{ code: "trop-longue", longueur }] : [];
}

/** « A1:A9 C1 » : un attribut, ou un élément dans les règles « x14 ». */
function plageDe(element: ElementXml): string {
  return element.attributs.sqref ?? enfant(element, "sqref")?.texte ?? "";
}
