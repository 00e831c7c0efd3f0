import { abime } from "../illisible";
import { echapper } from "../texte-xml";
import type { ElementXml } from "../xml";

interface Retouche {
  debut: number;
  fin: number;
  texte: string;
}

/** Des changements à la place près dans un document XML : tout le reste y demeure au signe près. */
export class Retouches {
  private readonly liste: Retouche[] = [];

  /** Ce qui est déjà rendu du document. */
  private rendu = 0;

  /** @param partie Nom de l'entrée de l'archive, pour dire où est un défaut. */
  constructor(
    private readonly xml: string,
    private readonly partie: string
  ) {}

  /** Combien attendent d'être rendues. */
  get nombre(): number {
    return this.liste.length;
  }

  /**
   * La suite du document retouché, jusqu'à cette position ; rien n'y changera plus.
   * @throws FichierIllisible à la retouche d'une partie déjà rendue : ses éléments ne sont pas dans l'ordre du format.
   */
  *morceaux(jusqua = this.xml.length): Generator<string> {
    for (const { debut, fin, texte } of this.liste.splice(0).sort(avant)) {
      yield this.xml.slice(this.rendu, debut);
      yield texte;
      this.rendu = fin;
    }
    yield this.xml.slice(this.rendu, jusqua);
    this.rendu = jusqua;
  }

  /** Remplace le texte d'un élément, qui a un contenu. */
  remplacerTexte({ debutDuContenu, finDuContenu }: ElementXml, texte: string): void {
    this.remplacer(debutDuContenu, finDuContenu, echapper(texte));
  }

  remplacerElement({ debut, fin }: ElementXml, xml: string): void {
    this.remplacer(debut, fin, xml);
  }

  retirer(element: ElementXml): void {
    this.remplacerElement(element, "");
  }

  /** Insère du XML juste après un élément. */
  insererApres({ fin }: ElementXml, xml: string): void {
    this.remplacer(fin, fin, xml);
  }

  /** Ajoute du XML à la fin du contenu d'un élément, vide ou non. */
  ajouterDans(element: ElementXml, xml: string): void {
    const { debut, finDuContenu, fin } = element;
    if (finDuContenu < fin) {
      this.remplacer(finDuContenu, finDuContenu, xml);
      return;
    }
    const balise = this.xml.slice(debut, fin - "/>".length);
    this.remplacer(debut, fin, `${balise}>${xml}</${nomComplet(this.xml, element)}>`);
  }

  /** Donne leur valeur à des attributs, sans préfixe, d'un élément ; `null` les retire. */
  poserAttributs(element: ElementXml, valeurs: Readonly<Record<string, string | null>>): void {
    if (Object.keys(valeurs).length === 0) return;
    const { debut } = element;
    const finDuNom = debut + 1 + nomComplet(this.xml, element).length;
    const poses = new Set<string>();
    for (const { nom, ...place } of this.attributs(finDuNom)) {
      const valeur = valeurs[nom];
      if (valeur === undefined) continue;
      poses.add(nom);
      this.remplacer(place.debut, place.fin, valeur === null ? "" : attribut(nom, valeur));
    }
    const nouveaux = Object.entries(valeurs)
      .filter(([nom, valeur]) => valeur !== null && !poses.has(nom))
      .map(([nom, valeur]) => attribut(nom, valeur ?? ""));
    if (nouveaux.length > 0) this.remplacer(finDuNom, finDuNom, nouveaux.join(""));
  }

  /** Les attributs d'une balise déjà lue, donc bien formée, avec le blanc qui les précède. */
  private attributs(position: number): { nom: string; debut: number; fin: number }[] {
    const trouves = [];
    ATTRIBUT.lastIndex = position;
    for (let lu = ATTRIBUT.exec(this.xml); lu; lu = ATTRIBUT.exec(this.xml)) {
      trouves.push({ nom: lu[1] ?? "", debut: lu.index, fin: ATTRIBUT.lastIndex });
    }
    return trouves;
  }

  private remplacer(debut: number, fin: number, texte: string): void {
    if (debut < this.rendu) throw abime(this.partie);
    if (debut < fin || texte !== "") this.liste.push({ debut, fin, texte });
  }
}

/** À la même place, une insertion vient avant un remplacement. */
function avant(a: Retouche, b: Retouche): number {
  return a.debut - b.debut || a.fin - b.fin;
}

const ATTRIBUT = /\s+([^\s=<>/"']+)\s*=\s*(?:"[^"<]*"|'[^'<]*')/y;

const NOM = /[^\s/>]+/y;

/** Le nom d'un élément tel que le document l'écrit, préfixe compris. */
export function nomComplet(xml: string, { debut }: ElementXml): string {
  NOM.lastIndex = debut + 1;
  return NOM.exec(xml)?.[0] ?? "";
}

/** « x: » ou rien : le préfixe que le document donne à cet élément, et à ceux de son vocabulaire. */
export function prefixe(xml: string, element: ElementXml): string {
  const nom = nomComplet(xml, element);
  return nom.slice(0, nom.indexOf(":") + 1);
}

function attribut(nom: string, valeur: string): string {
  return ` ${nom}="${echapper(valeur)}"`;
}
