import { estVide, type Grille } from "./grille";
import type { Zone } from "./entetes";
import {
  additionVerticale,
  estPartiel,
  estSansSomme,
  estUnCommentaire,
  estUnSousTotal,
  estUnGroupe,
  estUnTotal,
  estUneVille,
  metHorsContrat,
  ressembleAUnNom,
} from "./nature-de-ligne";
import {
  derniereChiffree,
  estUnRepere,
  observer,
  type Chiffrees,
  type EtatDeLigne,
} from "./observer-ligne";
import { nommerLesNotes, type LigneRangee, type MotifDeLEcart } from "./ligne-rangee";
import { nommeUnEpci } from "./nom-d-epci";
import { RUBRIQUES, SOMMABLES, type Rubrique } from "./rubriques";
import { Sommes, nombresDe, type Nombres } from "./sommes";
import { cleDuNom } from "./textes";

/** Où sont les lignes d'un tableau : ses colonnes et ses lignes, aux rangs de la grille. */
export interface Corps {
  rangs: ReadonlyMap<Rubrique, number>;
  noms: "commune" | "arrondissement";
  colonneDesNoms: number;
  titreDesNoms: string;
  zone: Zone;
  debut: number;
  fin: number;
}

/** Range chaque ligne sous les titres : commune, total ou autre chose. Les lignes vides n'arrêtent rien. */
export function lireLignes(grille: Grille, corps: Corps): LigneRangee[] {
  const rangement = new Rangement(grille, corps);
  for (let i = corps.debut; i <= corps.fin; i++) rangement.ranger(i);
  return nommerLesNotes(rangement.lignes);
}

class Rangement {
  readonly lignes: LigneRangee[] = [];
  private readonly chiffrees: Chiffrees;
  private readonly taux: number[];
  private readonly sommables: number[];
  private readonly derniere: number;
  private readonly tout = new Sommes();
  private readonly groupe = new Sommes();
  private communes = 0;
  private section: string | null = null;
  private premiereSection: string | null = null;
  private horsContrat = false;
  private depuisTotal = false;
  private totauxDEpci = 0;
  /** Dernière ligne remplie. */
  private precedente = -1;
  private clos = false;

  constructor(
    private readonly grille: Grille,
    private readonly corps: Corps
  ) {
    const natures = (voulues: readonly string[]): [Rubrique, number][] =>
      [...corps.rangs].filter(([rubrique]) => voulues.includes(RUBRIQUES[rubrique]));
    this.chiffrees = natures(["effectif", "rang", "taux", "points"]);
    this.taux = natures(["taux", "points"]).map(([, j]) => j);
    this.sommables = SOMMABLES.flatMap((rubrique) => corps.rangs.get(rubrique) ?? []);
    this.derniere = derniereChiffree(grille, corps.debut, corps.fin, this.chiffrees);
  }

  ranger(i: number): void {
    const { zone, colonneDesNoms, titreDesNoms } = this.corps;
    const etat = observer(this.grille, i, zone, colonneDesNoms, this.chiffrees);
    if (!etat) return;
    const { nom, libelle } = etat;
    // Après les derniers nombres et un blanc : des signatures, des notes.
    this.clos ||= i > this.derniere && i - this.precedente > 1;
    this.precedente = i;
    const unites = nom === "" && etat.courts > 1 && this.communes === 0;
    const titres = etat.nombres === 0 && (unites || cleDuNom(nom) === cleDuNom(titreDesNoms));
    if (titres || (!this.depuisTotal && estUnRepere(this.grille, i, zone, nom, etat.nombres))) {
      this.ecarter(i, libelle, "titres repetes");
      return;
    }
    if (this.estSansDonnee(i, etat)) {
      this.section = libelle;
      this.horsContrat = metHorsContrat(libelle);
      this.ecarter(i, libelle, "intertitre");
      return;
    }
    const nombres = nombresDe(this.grille, i, this.sommables);
    const codee = this.estCodee(i, nom);
    const sansSomme = estSansSomme(libelle) || (this.depuisTotal && estPartiel(libelle));
    const agregat = !codee && sansSomme;
    if (!agregat && this.rangerTotal(i, etat, nombres)) return;
    if (agregat || (!codee && libelle !== "" && estUnCommentaire(libelle))) {
      this.ecarter(i, libelle, "commentaire");
    } else if (this.horsContrat && this.depuisTotal) this.ecarter(i, libelle, "hors contrat");
    else this.rangerCommune(i, nom, nombres);
  }

  private ecarter(i: number, texte: string, motif: MotifDeLEcart): void {
    this.lignes.push({ genre: "ecartee", i, texte, motif });
  }

  private rangerCommune(i: number, nom: string, nombres: Nombres): void {
    this.lignes.push({ genre: "commune", i, nom, section: this.section });
    this.tout.ajouter(nombres);
    this.groupe.ajouter(nombres);
    if (this.communes === 0) this.premiereSection = this.section;
    this.communes += 1;
    this.depuisTotal = false;
  }

  /** Un total, par son nom, sa formule ou sa valeur. */
  private rangerTotal(i: number, { nom, libelle }: EtatDeLigne, nombres: Nombres): boolean {
    const ville = this.corps.noms === "arrondissement" && estUneVille(libelle);
    const dit = ville || estUnTotal(libelle) || this.additionne(i);
    const groupe = estUnGroupe(nom);
    const voulues = dit || nom === "" || groupe ? 1 : 2;
    const duTout = this.tout.egales(nombres, voulues);
    const duGroupe = this.groupe.egales(nombres, voulues);
    const egales = Math.max(duTout, duGroupe);
    const parValeur = egales > 0 && !this.estCodee(i, nom) && this.detonne(i, nom, egales);
    const tete = groupe && !parValeur && !this.estCodee(i, nom);
    if (!dit && !parValeur && !tete) return false;
    const dUnEpci = nommeUnEpci(libelle);
    this.lignes.push({
      genre: "total",
      i,
      nom: libelle,
      communes: this.communes,
      tete,
      sous: estUnSousTotal(libelle) || (dUnEpci && this.totauxDEpci > 0),
      egaleAuGroupe: duGroupe > 0,
      egaleATout: duTout > 0,
    });
    if (dUnEpci) this.totauxDEpci += 1;
    this.groupe.vider();
    this.section = tete ? libelle : null;
    this.depuisTotal = !tete;
    return true;
  }

  private additionne(i: number): boolean {
    return this.sommables.some((j) => additionVerticale(this.grille.cellule(i, j)?.formule));
  }

  /** Une commune nommée peut égaler la somme des autres par hasard : il faut qu'elle ait aussi l'air d'un total. */
  private detonne(i: number, nom: string, colonnes: number): boolean {
    if (nom === "" || estUnGroupe(nom)) return true;
    const sansTaux = this.taux.every((j) => estVide(this.grille.cellule(i, j)));
    return this.taux.length > 0 ? sansTaux : i === this.derniere && colonnes >= 3;
  }

  /** Une commune qui porte un code INSEE en est une, même sans chiffres. */
  private estCodee(i: number, nom: string): boolean {
    const insee = this.corps.rangs.get("insee");
    return nom !== "" && insee !== undefined && !estVide(this.grille.cellule(i, insee));
  }

  /** Un texte seul. Dans un tableau qui commence sans intertitre, un nom seul parmi les communes est une commune dont les chiffres manquent. */
  private estSansDonnee(i: number, { nom, nombres, courts }: EtatDeLigne): boolean {
    if (nombres > 0 || this.estCodee(i, nom)) return false;
    if (courts > 0 && nom !== "" && !this.depuisTotal && !this.clos) return false;
    const parmi =
      i < this.derniere && this.communes > 0 && this.premiereSection === null && !this.depuisTotal;
    const fusionnee = this.grille.estFusionnee(i, this.corps.colonneDesNoms);
    return !(parmi && nom !== "" && !fusionnee && ressembleAUnNom(nom));
  }
}
