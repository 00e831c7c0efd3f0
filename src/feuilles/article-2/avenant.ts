import { inseeDe, rapprocher, type VersionSignee } from "../../controle";
import { ecrireDate, ecrireNombre, enumerer, nommerVersion } from "../../redaction";
import type { Composition } from "../composer";
import type { Commune, Matiere } from "../matiere";
import { TITRE, note } from "../textes";
import { colonnesDuContrat } from "./colonnes";
import { tientSurUnePage } from "./largeurs";
import { poserTableau, type Colonne, type TableauEcrit } from "./tableau";

/** Zéro s'écrit « — » : la commune n'avait pas d'objectif. */
const FORMAT_SIGNE = '#,##0_m;-#,##0_m;"—"_m';
const FORMAT_D_ECART = '"+"#,##0_m;"−"#,##0_m;"="_m';

/** Pour un avenant qui passe la page, la version d'avant se lit à côté de l'objectif, dans le même tableau : ses titres se répètent justes. */
export function colonnesDeLAvenant(matiere: Matiere): Colonne[] {
  const precedente = matiere.etat?.precedente;
  if (!precedente || tientSurUnePage(matiere)) return [];
  const { signe, ecart } = comparees(matiere, precedente);
  return [signe, ecart];
}

/** Pour un avenant, ce qu'il change : l'objectif signé avant lui, le sien, et l'écart, commune par commune. */
export function comparer(page: Composition, matiere: Matiere, suiteDe: TableauEcrit | null): void {
  const { etat, controle } = matiere;
  if (!etat?.precedente) return;
  const { version, precedente } = etat;
  if (tientSurUnePage(matiere)) {
    const { signe, ecart } = comparees(matiere, precedente);
    const { nom, apres } = colonnesDuContrat(matiere);
    const noms = controle.type === "arrondissements" ? "Arrondissement" : nom.titre;
    page.paragraphe(`Ce que change l’avenant n°\u00A0${version.avenant}`, TITRE, 20);
    poserTableau(
      page,
      matiere,
      [
        { ...nom, titre: noms },
        signe,
        { ...apres, titre: `Objectif de l’avenant n°\u00A0${version.avenant}` },
        ecart,
      ],
      {
        hauteur: 30,
        ...(matiere.communes.length > 1 ? { total: "Total" } : {}),
        ...(suiteDe ? { suiteDe } : {}),
      }
    );
  }
  const retirees = rapprocher(precedente.communes, matiere.communes.map(identifier))
    .filter(({ apres }) => apres === null)
    .flatMap(({ avant }) => (avant ? [`${avant.nom} (${ecrireNombre(avant.objectif)})`] : []));
  const quand =
    precedente.avenant === 0
      ? `signée le ${ecrireDate(precedente.signeLe)}`
      : nommerVersion(precedente).replace("Avenant", "avenant");
  const dAvant = `La version précédente (${quand}) reste sur la feuille « CMS – Contrat ».`;
  const absentes =
    retirees.length > 0
      ? ` Elle donnait aussi un objectif à ${enumerer(retirees, "et")}, que le contrat n'a plus.`
      : "";
  note(page, `${dAvant}${absentes}`);
}

function comparees(
  matiere: Matiere,
  precedente: VersionSignee
): Record<"signe" | "ecart", Colonne> {
  const paires = rapprocher(precedente.communes, matiere.communes.map(identifier));
  const signes = new Map(
    paires.flatMap(({ avant, apres }) => (avant && apres ? [[apres.commune, avant.objectif]] : []))
  );
  const signeDe = (commune: Commune): number => signes.get(commune) ?? 0;
  const { avenant, signeLe } = precedente;
  return {
    signe: {
      cle: "signe",
      titre:
        avenant === 0
          ? `Objectif signé le ${ecrireDate(signeLe)}`
          : `Objectif de l’avenant n°\u00A0${avenant}`,
      format: FORMAT_SIGNE,
      formule: () => null,
      valeur: signeDe,
      somme: true,
    },
    ecart: {
      cle: "ecartSigne",
      titre: "Écart",
      format: FORMAT_D_ECART,
      formule: (_, { ici }) => `${ici("apres")}-${ici("signe")}`,
      valeur: (commune) =>
        commune.objectifApres === null ? null : commune.objectifApres - signeDe(commune),
      somme: true,
    },
  };
}

function identifier(commune: Commune): { nom: string; insee: string | null; commune: Commune } {
  return { nom: commune.nom, insee: inseeDe(commune), commune };
}
