import { convertirFormule, type FormuleConvertie } from "../../natif";
import { adresseDe } from "../../tableau";
import { echapper } from "../texte-xml";
import { enfant, type ElementXml } from "../xml";
import { appelleLeComplement, fonctionsDe, raisonsDe } from "./appels";
import {
  adresseDeFormule,
  LecteurDeFormules,
  type FormuleDeCellule,
  type FormulePartagee,
} from "./formules-de-cellules";
import type { Journal } from "./journal";
import type { PlagesFigees } from "./plages-figees";
import type { Lieu, Raison } from "./rapport";
import { nomComplet, prefixe, type Retouches } from "./retouches";
import { valeurMorte } from "./valeur-morte";

export interface ReglesDeCopie {
  /** Toutes les formules deviennent leurs valeurs. */
  figerTout: boolean;
  /** Les résultats enregistrés sont faux : chaque formule est à recalculer. */
  oublierLesResultats: boolean;
  /** Celles qu'une première copie a trouvées. */
  plagesFigees?: PlagesFigees;
}

interface EnAttente {
  formule: FormuleDeCellule;
  fonctions: readonly string[];
  raisons: readonly Raison[];
}

/** Copie les cellules d'une feuille : chaque formule concernée est convertie, figée, ou laissée avec la raison. */
export class CopieDesCellules {
  private readonly lecteur: LecteurDeFormules;
  private readonly conversions = new Map<FormulePartagee, FormuleConvertie>();
  /** Les valeurs mortes des cellules que remplit la formule d'une autre. */
  private readonly mortes: { ligne: number; colonne: number; raison: Raison }[] = [];
  private readonly enAttente: EnAttente[] = [];

  constructor(
    private readonly xml: string,
    partie: string,
    private readonly feuille: string,
    private readonly regles: ReglesDeCopie,
    private readonly retouches: Retouches,
    private readonly journal: Journal
  ) {
    this.lecteur = new LecteurDeFormules(partie);
  }

  copierLigne(ligne: ElementXml): void {
    const formules = this.lecteur.lire(ligne, (c, ligne, colonne) => {
      const raison = valeurMorte(c);
      if (raison) this.mortes.push({ ligne, colonne, raison });
    });
    for (const formule of formules) this.copier(this.citerLesPlagesFigees(formule));
  }

  /** Une formule étendue attend-elle encore de se figer ? */
  get attend(): boolean {
    return this.enAttente.length > 0;
  }

  /** À appeler après la dernière ligne : une formule étendue ne se fige que si tout ce qu'elle remplit a une valeur. */
  terminer(): void {
    for (const { formule, fonctions, raisons } of this.enAttente) {
      this.figer(formule, fonctions, raisons, this.morteDans(formule));
    }
  }

  private citerLesPlagesFigees(formule: FormuleDeCellule): FormuleDeCellule {
    const { texte, partagee } = formule;
    this.journal.plagesFigees.chercher(texte);
    const { plagesFigees } = this.regles;
    return plagesFigees && !partagee
      ? { ...formule, texte: plagesFigees.citer(texte, this.feuille) }
      : formule;
  }

  private copier(formule: FormuleDeCellule): void {
    const appelle = appelleLeComplement(formule.texte);
    if (!appelle && !this.regles.figerTout) {
      if (formule.texte !== formule.f.texte && !formule.partagee) {
        this.journal.convertir(this.lieu(formule), []);
        this.retouches.remplacerTexte(formule.f, formule.texte);
      }
      if (this.regles.oublierLesResultats) this.oublierLeResultat(formule, {});
      return;
    }
    const convertie = appelle ? this.convertir(formule) : undefined;
    const fonctions = convertie ? fonctionsDe(convertie) : [];
    if (this.regles.figerTout) this.figerOuAttendre({ formule, fonctions, raisons: [] });
    else if (!convertie || fonctions.length === 0) return;
    else if (convertie.restants.length === 0) this.ecrire(formule, convertie);
    else this.figerOuAttendre({ formule, fonctions, raisons: raisonsDe(convertie) });
  }

  /** Une formule partagée ne se convertit qu'une fois, dans sa première cellule, si elle peut le rester. */
  private convertir(formule: FormuleDeCellule): FormuleConvertie {
    const { f, texte, partagee } = formule;
    if (!partagee) return convertirFormule(texte, f.attributs.t === "array");
    const commune = this.conversions.get(partagee) ?? convertirFormule(partagee.texte, false);
    this.conversions.set(partagee, commune);
    return restePartagee(commune) ? commune : convertirFormule(texte, false);
  }

  private ecrire(formule: FormuleDeCellule, convertie: FormuleConvertie): void {
    const { c, f, v, etendue, partagee } = formule;
    this.journal.convertir(this.lieu(formule), convertie.convertis);
    if (!v || valeurMorte(c)) this.journal.resultatsFaux = true;

    const { matricielle } = convertie;
    const redevientOrdinaire = f.attributs.t === "array" && !matricielle && !etendue;
    if (redevientOrdinaire) this.journal.plagesFigees.figer(this.feuille, formule);
    if (partagee && restePartagee(convertie)) {
      if (f.texte !== "") this.retouches.remplacerTexte(f, convertie.formule);
    } else if (partagee || redevientOrdinaire) {
      this.recrire(formule, convertie.formule, matricielle);
    } else {
      this.retouches.remplacerTexte(f, convertie.formule);
      if (f.attributs.t !== "array" && matricielle) {
        this.retouches.poserAttributs(f, { t: "array", ref: adresseDeFormule(formule) });
      }
    }
    const attributsDeCellule: Record<string, null> = redevientOrdinaire ? { cm: null } : {};
    if (c.attributs.t === "e" || this.regles.oublierLesResultats) {
      this.oublierLeResultat(formule, attributsDeCellule);
    } else this.retouches.poserAttributs(c, attributsDeCellule);
  }

  /** Récrit la formule d'une cellule sans ce qui la disait partagée ou matricielle : elle porte désormais son propre texte. */
  private recrire({ f, ligne, colonne }: FormuleDeCellule, texte: string, matricielle = false) {
    const nom = nomComplet(this.xml, f);
    const matrice = matricielle ? ` t="array" ref="${adresseDe(ligne, colonne)}"` : "";
    this.retouches.remplacerElement(f, `<${nom}${matrice}>${echapper(texte)}</${nom}>`);
  }

  private oublierLeResultat({ c }: FormuleDeCellule, attributs: Record<string, null>): void {
    this.retouches.poserAttributs(c, { ...attributs, t: null, vm: null });
    const v = enfant(c, "v");
    if (v) this.retouches.retirer(v);
  }

  private figerOuAttendre(attente: EnAttente): void {
    const { formule, fonctions, raisons } = attente;
    if (formule.etendue) this.enAttente.push(attente);
    else this.figer(formule, fonctions, raisons, undefined);
  }

  /** Remplace la formule par son résultat. `empechement` : ce qui l'empêche, hors de sa cellule. */
  private figer(
    formule: FormuleDeCellule,
    fonctions: readonly string[],
    raisons: readonly Raison[],
    empechement: Raison | undefined
  ): void {
    const { c, f, v, texte, partagee } = formule;
    const faux = this.regles.oublierLesResultats && ABSORBENT_LES_ERREURS.test(texte);
    const absence: Raison | undefined = v && !faux ? undefined : { code: "sans-valeur" };
    const raison = absence ?? valeurMorte(c) ?? empechement;
    if (raison || !v) {
      this.journal.laisser(this.lieu(formule), fonctions, raison ? [...raisons, raison] : raisons);
      if (partagee) this.recrire(formule, texte);
      return;
    }
    this.journal.figer(this.lieu(formule), fonctions, raisons);
    this.journal.plagesFigees.figer(this.feuille, formule);
    this.retouches.retirer(f);
    const texteCalcule = c.attributs.t === "str";
    this.retouches.poserAttributs(c, { cm: null, ...(texteCalcule ? { t: "inlineStr" } : {}) });
    // « str » dit le résultat d'une formule : il n'y en a plus.
    if (texteCalcule) this.retouches.remplacerElement(v, this.texteEnLigne(v));
  }

  private texteEnLigne(v: ElementXml): string {
    const x = prefixe(this.xml, v);
    const contenu = this.xml.slice(v.debutDuContenu, v.finDuContenu);
    return `<${x}is><${x}t xml:space="preserve">${contenu}</${x}t></${x}is>`;
  }

  private morteDans({ etendue }: FormuleDeCellule): Raison | undefined {
    return this.mortes.find(
      ({ ligne, colonne }) =>
        etendue &&
        ligne >= etendue.haut &&
        ligne <= etendue.bas &&
        colonne >= etendue.gauche &&
        colonne <= etendue.droite
    )?.raison;
  }

  private lieu(formule: FormuleDeCellule): Lieu {
    return { genre: "cellule", feuille: this.feuille, adresse: adresseDeFormule(formule) };
  }
}

/** Le résultat d'une formule qui en emploie peut venir d'un appel mort, sans être une erreur. */
const ABSORBENT_LES_ERREURS =
  /(?:AGGREGATE|COUNTA?|IFERROR|IFNA|ISERR(?:OR)?|ISNA|ISNUMBER|ISTEXT)\s*\(/i;

function restePartagee({ convertis, matricielle }: FormuleConvertie): boolean {
  return convertis.length > 0 && !matricielle;
}
