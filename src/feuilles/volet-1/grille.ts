import { typographier } from "../../redaction";
import { absolue, plageDe } from "../../tableau";
import type { Composition } from "../composer";
import { hauteurDuTexte } from "../lignes-de-texte";
import { TITRES_DE_COLONNES } from "../page";
import type { Contenu, Style, Validation } from "../plan";
import { placeDe, saisiesDe, type Annuelle, type Cle, type Saisie } from "./saisies";
import { colonneDe, type Trame } from "./trame";

/** Corps des titres de colonnes, et du reste, en points. */
const MENU = 8;
const PETIT = 9;
const LIGNE = 14;
/** Le titre de la grille et son mode d'emploi. */
const INTRODUCTION = 2;
const MODE_D_EMPLOI =
  "Remplissez les cases encadrées : les repères, plus haut, se calculent d'elles. Une case vide reste vide dans les repères. Un collage de valeurs depuis un autre tableau convient, les communes dans le même ordre.";

/** Où tient un tableau à remplir, en lignes comptées à partir de 1. */
interface Place {
  /** `null` : l'en-tête du tableau précédent vaut pour lui. */
  entete: number | null;
  premiere: number;
}

/**
 * La partie à remplir : un tableau par donnée, une ligne par commune. Une commune seule n'a besoin que d'une ligne par donnée, qui en porte
 * le nom. Ses adresses se connaissent avant qu'elle soit écrite : les repères, au-dessus, la lisent.
 */
export class Grille {
  readonly saisies: readonly Saisie[];
  /** Première ligne après elle. */
  readonly fin: number;
  private readonly places: readonly Place[];

  /** `debut` : sa première ligne, à partir de 1. */
  constructor(
    private readonly trame: Trame,
    readonly noms: readonly string[],
    private readonly debut: number
  ) {
    this.saisies = saisiesDe(trame);
    const { places, fin } = this.placer();
    this.places = places;
    this.fin = fin;
  }

  get seule(): boolean {
    return this.noms.length === 1;
  }

  /** Les noms des communes, que propose la liste de choix. */
  get plageDesNoms(): string {
    return plageDe((this.places[0]?.premiere ?? 1) - 1, 0, this.noms.length, 1);
  }

  /**
   * Le rang, à partir de 1, de la commune dont le nom est dans `choix` ; celui de la ligne vide qui suit chaque tableau si c'est une autre.
   * Sans EQUIV ni SOMME.SI, qui prendraient « * », « ? » ou « = » dans un nom pour autre chose que des lettres.
   */
  formuleDuRang(choix: string): string {
    const noms = absolue(this.plageDesNoms);
    const avant = (this.places[0]?.premiere ?? 1) - 1;
    const rang = `SUMPRODUCT(EXACT(${noms},${choix})*(ROW(${noms})-${avant}))`;
    return `IF(${rang}=0,${this.noms.length + 1},${rang})`;
  }

  /** La case d'une donnée pour la commune choisie ; `rang` : celui de l'année ou de la période. `choisie` : la cellule de son rang. */
  lire(cle: Cle, rang: number, choisie: string): string {
    const { saisie, champ } = placeDe(this.saisies, cle, rang);
    const { premiere } = this.places[saisie] ?? { premiere: 1 };
    const colonne = colonneDe(champ);
    if (this.seule) return `$${colonne}$${premiere}`;
    return `INDEX($${colonne}$${premiere}:$${colonne}$${premiere + this.noms.length},${choisie})`;
  }

  /** @param connues Ce qui est déjà su du dernier inventaire, commune par commune ; `ligne` : celle de la commune, pour une formule. */
  ecrire(
    page: Composition,
    connues: (cle: Annuelle, ligne: (rang: number) => number) => Contenu[] | null
  ): void {
    const { annees, largeurs } = this.trame;
    page.paragraphe("Données à remplir", { gras: true, taille: 12 }, 24);
    const emploi = typographier(MODE_D_EMPLOI);
    const largeur = largeurs.reduce((somme, l) => somme + l, 0);
    page.paragraphe(
      emploi,
      { taille: PETIT, renvoiALaLigne: true },
      hauteurDuTexte(emploi, largeur, PETIT)
    );
    page.styler(0, largeurs.length, this.fin - page.ligne, { taille: PETIT, vertical: "milieu" });
    this.saisies.forEach((saisie, rang) => {
      const { entete, premiere } = this.places[rang] ?? { entete: null, premiere: page.ligne };
      this.ecrireEntete(page, saisie, entete);
      page.sauter(premiere - page.ligne);
      this.ecrireCases(page, saisie);
      const [champ] = saisie.champs;
      const sues = champ && connues(champ.cle as Annuelle, (commune) => premiere + commune);
      if (sues) {
        const ancre = page.cellule(annees.length);
        page.blocs.push({ ancre, contenus: sues.map((sue) => [sue]) });
      }
      page.sauter(this.noms.length);
    });
    page.sauter(this.fin - page.ligne);
  }

  /** Ce que les cases attendent. */
  validations(): Validation[] {
    const entiere = { entier: { min: 0, max: 10_000_000 } };
    return this.saisies.flatMap(({ champs, entiers, titre }, rang): Validation[] => {
      const { premiere } = this.places[rang] ?? { premiere: 1 };
      const plage = (colonne: number, colonnes: number): string =>
        plageDe(premiere - 1, colonne + 1, this.noms.length, colonnes);
      const invite = { titre: "1er volet", texte: typographier(titre).slice(0, 255) };
      if (entiers) {
        const alerte = {
          titre: "Nombre inattendu",
          texte: "Un nombre entier de logements est attendu, 0 ou plus.",
        };
        return [{ plage: plage(0, champs.length), regle: entiere, invite, alerte }];
      }
      const carences = champs.filter(({ cle }) => cle === "carencee").length;
      if (carences === 0) return [];
      const debut = champs.findIndex(({ cle }) => cle === "carencee");
      return [
        {
          plage: plage(debut, carences),
          regle: { liste: ["Oui", "Non"] },
          invite: OUI_NON,
          alerte: OUI_NON,
        },
      ];
    });
  }

  private placer(): { places: Place[]; fin: number } {
    const places: Place[] = [];
    let ligne = this.debut + INTRODUCTION;
    let precedent = "";
    for (const { champs } of this.saisies) {
      const titres = champs.map(({ titre }) => titre).join();
      if (!this.seule) {
        // Un titre, les titres de colonnes, les communes, une ligne vide.
        places.push({ entete: ligne + 1, premiere: ligne + 2 });
        ligne += this.noms.length + 3;
      } else if (titres === precedent) {
        places.push({ entete: null, premiere: ligne });
        ligne += 1;
      } else {
        const entete = ligne + (precedent === "" ? 0 : 1);
        places.push({ entete, premiere: entete + 1 });
        ligne = entete + 2;
      }
      precedent = titres;
    }
    return { places, fin: ligne + 1 };
  }

  private ecrireEntete(
    page: Composition,
    { titre, source, champs }: Saisie,
    entete: number | null
  ): void {
    if (entete === null) return;
    const { largeurs } = this.trame;
    page.sauter(entete - page.ligne - (this.seule ? 0 : 1));
    if (!this.seule)
      page.paragraphe(
        typographier(`${titre} (source : ${source})`),
        { gras: true, taille: PETIT },
        LIGNE + 4
      );
    const titres = champs.map((champ) =>
      /^\d+$/.test(champ.titre) ? Number(champ.titre) : champ.titre
    );
    const hauteur = Math.max(
      ...champs.map((champ) => hauteurDuTexte(champ.titre, largeurs[1] ?? 0, MENU))
    );
    page.rangee(
      [this.seule ? "" : "Commune", ...titres],
      { ...TITRES_DE_COLONNES, taille: MENU },
      hauteur
    );
  }

  private ecrireCases(page: Composition, { titre, source, champs }: Saisie): void {
    const { noms, trame } = this;
    const dit = typographier(`${titre} (${source})`);
    page.ranger(0, this.seule ? [dit] : [...noms]);
    page.styler(0, champs.length + 1, noms.length, { bordures: CASES });
    if (this.seule) page.styler(0, 1, 1, { renvoiALaLigne: true });
    champs.forEach(({ format }, rang) => {
      // Des voisines de même format se disent d'un coup.
      if (champs[rang - 1]?.format === format) return;
      const autre = champs.findIndex((champ, i) => i > rang && champ.format !== format);
      page.styler(rang + 1, (autre < 0 ? champs.length : autre) - rang, noms.length, { format });
    });
    if (this.seule) page.dimensionner(1, hauteurDuTexte(dit, trame.largeurs[0] ?? 0, PETIT));
  }
}

const CASES: Style["bordures"] = {
  haut: "fin",
  bas: "fin",
  gauche: "fin",
  droite: "fin",
  horizontales: "fin",
  verticales: "fin",
};

const OUI_NON = {
  titre: "Carence",
  texte: "Oui ou Non : un arrêté de carence a-t-il été pris au bilan de la période ?",
};
