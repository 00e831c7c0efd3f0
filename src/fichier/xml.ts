import { decoder } from "./entites";
import { abime, FichierIllisible } from "./illisible";

export interface ElementXml {
  /** Nom sans préfixe d'espace de noms : certains logiciels écrivent `x:row` pour `row`. */
  nom: string;
  /** Attributs, sans préfixe eux non plus. */
  attributs: Record<string, string | undefined>;
  enfants: ElementXml[];
  /** Texte direct, enfants exclus. */
  texte: string;
  /** Où il est dans le document : sa balise, son contenu, sa fin. Le contenu d'un élément vide est à sa fin. */
  debut: number;
  debutDuContenu: number;
  finDuContenu: number;
  fin: number;
}

/** Remet chaque élément de ce nom dès qu'il est fermé, sans le garder : une feuille a des milliers de lignes. */
export interface AuPassage {
  nom: string;
  recevoir: (element: ElementXml) => void;
}

/**
 * Lit un document XML bien formé. Aucune DTD n'est admise, donc aucune entité hors des cinq de XML.
 * @param partie Nom de l'entrée de l'archive, pour dire où est le défaut.
 * @param maximum Nombre d'éléments gardés en même temps.
 * @throws FichierIllisible
 */
export function lireXml(
  xml: string,
  partie: string,
  maximum: number,
  auPassage?: AuPassage
): ElementXml {
  const parcours = parcourirXml(xml, partie, maximum, auPassage?.nom);
  for (;;) {
    const { done, value } = parcours.next();
    if (done) return value;
    auPassage?.recevoir(value);
  }
}

/** Comme `lireXml`, en s'arrêtant à chaque élément de ce nom, qui n'est pas gardé. Rend la racine. */
export function parcourirXml(
  xml: string,
  partie: string,
  maximum: number,
  auPassage?: string
): Generator<ElementXml, ElementXml> {
  return new LecteurXml(xml, partie, maximum, auPassage).parcourir();
}

/** Le premier enfant de ce nom. */
export function enfant(element: ElementXml | undefined, nom: string): ElementXml | undefined {
  return element?.enfants.find((candidat) => candidat.nom === nom);
}

/** Tous les enfants de ce nom. */
export function enfants(element: ElementXml | undefined, nom: string): ElementXml[] {
  return element?.enfants.filter((candidat) => candidat.nom === nom) ?? [];
}

/** Booléen XML : « 1 » ou « true ». */
export function estVrai(valeur: string | undefined): boolean {
  return valeur === "1" || valeur === "true";
}

const NOM_DE_BALISE = /[^\s/>=<"']+/y;
const CHEVRON = ">".charCodeAt(0);
const ATTRIBUT = /\s+([^\s=<>/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const FIN_DE_BALISE = /\s*(\/?)>/y;

class LecteurXml {
  private position = 0;
  private gardes = 0;
  /** Un élément remis au passage, tout juste fermé. */
  private passe: ElementXml | undefined;
  /** Éléments ouverts, sous une racine fictive ; avec, pour chacun, le compte d'éléments à son ouverture. */
  private readonly pile: { element: ElementXml; gardesAvant: number }[] = [];
  private readonly document = nouvelElement("", 0);

  constructor(
    private readonly xml: string,
    private readonly partie: string,
    private readonly maximum: number,
    private readonly auPassage: string | undefined
  ) {}

  *parcourir(): Generator<ElementXml, ElementXml> {
    while (this.position < this.xml.length) {
      const balise = this.xml.indexOf("<", this.position);
      this.ajouterTexte(balise < 0 ? this.xml.length : balise);
      if (balise >= 0) this.lireBalise();
      if (!this.passe) continue;
      yield this.passe;
      this.passe = undefined;
    }
    const [racine, autre] = this.document.enfants;
    if (this.pile.length > 0 || !racine || autre) throw abime(this.partie);
    return racine;
  }

  private get courant(): ElementXml {
    return this.pile.at(-1)?.element ?? this.document;
  }

  private ajouterTexte(fin: number): void {
    if (fin > this.position)
      this.courant.texte += decoder(this.xml.slice(this.position, fin), this.partie);
    this.position = fin;
  }

  private lireBalise(): void {
    const { xml, position } = this;
    if (xml.startsWith("</", position)) this.fermer();
    else if (xml.startsWith("<?", position)) this.sauter("?>");
    else if (xml.startsWith("<!--", position)) this.sauter("-->");
    else if (xml.startsWith("<![CDATA[", position)) this.lireCdata();
    else if (xml.startsWith("<!", position)) {
      throw new FichierIllisible({ code: "suspect", partie: this.partie });
    } else this.ouvrir();
  }

  private ouvrir(): void {
    const debut = this.position++;
    const element = nouvelElement(sansPrefixe(this.lireMotif(NOM_DE_BALISE)[0]), debut);
    while (!this.estFermante) {
      const lu = this.essayer(ATTRIBUT);
      if (!lu) break;
      element.attributs[sansPrefixe(lu[1] ?? "")] = decoder(lu[2] ?? lu[3] ?? "", this.partie);
    }
    const gardesAvant = this.gardes++;
    if (this.gardes > this.maximum) {
      throw new FichierIllisible({ code: "trop-gros", quoi: "elements", limite: this.maximum });
    }
    const vide = this.finirBalise();
    element.debutDuContenu = this.position;
    this.pile.push({ element, gardesAvant });
    if (vide) this.ranger(this.position);
  }

  private fermer(): void {
    const finDuContenu = this.position;
    this.position += 2;
    const nom = sansPrefixe(this.lireMotif(NOM_DE_BALISE)[0]);
    if (this.finirBalise() || this.pile.at(-1)?.element.nom !== nom) throw abime(this.partie);
    this.ranger(finDuContenu);
  }

  /** L'élément courant est complet : il est remis au passage, ou rejoint son parent. */
  private ranger(finDuContenu: number): void {
    const clos = this.pile.pop();
    if (!clos) throw abime(this.partie);
    clos.element.finDuContenu = finDuContenu;
    clos.element.fin = this.position;
    if (clos.element.nom !== this.auPassage) {
      this.courant.enfants.push(clos.element);
      return;
    }
    this.gardes = clos.gardesAvant;
    this.passe = clos.element;
  }

  private lireCdata(): void {
    const debut = this.position + "<![CDATA[".length;
    this.sauter("]]>");
    this.courant.texte += this.xml.slice(debut, this.position - "]]>".length);
  }

  private sauter(fin: string): void {
    const trouve = this.xml.indexOf(fin, this.position);
    if (trouve < 0) throw abime(this.partie);
    this.position = trouve + fin.length;
  }

  /** La balise finit-elle ici, sans blanc ni barre ? C'est presque toujours le cas : nul motif à essayer. */
  private get estFermante(): boolean {
    return this.xml.charCodeAt(this.position) === CHEVRON;
  }

  /** Passe la fin d'une balise ; dit si une barre la ferme aussitôt. */
  private finirBalise(): boolean {
    if (!this.estFermante) return this.lireMotif(FIN_DE_BALISE)[1] === "/";
    this.position += 1;
    return false;
  }

  private essayer(motif: RegExp): RegExpExecArray | null {
    motif.lastIndex = this.position;
    const lu = motif.exec(this.xml);
    if (lu) this.position = motif.lastIndex;
    return lu;
  }

  private lireMotif(motif: RegExp): RegExpExecArray {
    const lu = this.essayer(motif);
    if (!lu) throw abime(this.partie);
    return lu;
  }
}

function sansPrefixe(nom: string): string {
  return nom.slice(nom.indexOf(":") + 1);
}

function nouvelElement(nom: string, debut: number): ElementXml {
  const places = { debut, debutDuContenu: 0, finDuContenu: 0, fin: 0 };
  return { nom, attributs: {}, enfants: [], texte: "", ...places };
}
