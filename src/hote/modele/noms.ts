import type { FWorkbook } from "@univerjs/sheets/facade";
import { absolue, citerFeuille, ecrireZone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { texte, texteOuVide } from "../fil/arguments";
import { INDEXEUR, lecture, lectureEcriture, type ObjetHote } from "../fil/objet";
import { argumentInvalide, ErreurApi, introuvable } from "../fil/protocole";
import { estPlage, objetPlage } from "./plage";
import { plageDuNom } from "./references";

type NomUniver = NonNullable<ReturnType<FWorkbook["getDefinedName"]>>;

/** Objet « NamedItemCollection » du fil : les noms du classeur. */
export function objetNoms(classeur: ClasseurOuvert): ObjetHote {
  const { univer } = classeur;
  const chercher = (nom: unknown) => {
    const defini = univer.getDefinedName(texte(nom));
    return defini && objetNom(classeur, defini);
  };
  const trouver = (nom: unknown) => {
    const defini = chercher(nom);
    if (!defini) throw introuvable();
    return defini;
  };
  return {
    type: "NamedItemCollection",
    proprietes: {},
    elements: () => univer.getDefinedNames().map((defini) => objetNom(classeur, defini)),
    acces: {
      GetItem: trouver,
      [INDEXEUR]: trouver,
      GetItemOrNullObject: chercher,
      Add: (nom, reference, commentaire) =>
        ajouter(classeur, texte(nom), enReference(reference), texteOuVide(commentaire)),
    },
    methodes: { GetCount: () => univer.getDefinedNames().length },
  };
}

function objetNom(classeur: ClasseurOuvert, defini: NomUniver): ObjetHote {
  const reference = () => defini.getFormulaOrRefString().replace(/^=/, "");
  const plage = () => {
    const cible = plageDuNom(classeur, reference());
    return cible && objetPlage(classeur, cible.feuille, cible.zone);
  };
  return {
    type: "NamedItem",
    proprietes: {
      Name: lecture(() => defini.getName()),
      Type: lecture(() => (plage() ? "Range" : "String")),
      Scope: lecture(() => "Workbook"),
      Comment: lectureEcriture(
        () => defini.getComment() ?? "",
        (commentaire) => defini.setComment(texte(commentaire))
      ),
      Formula: lectureEcriture(
        () => `=${reference()}`,
        (formule) => defini.setRef(texte(formule).replace(/^=/, ""))
      ),
      Value: lecture(() => (plage() ? `=${reference()}` : reference().replace(/^"|"$/g, ""))),
    },
    acces: {
      GetRange: () => {
        const trouvee = plage();
        if (!trouvee) throw introuvable();
        return trouvee;
      },
      GetRangeOrNullObject: plage,
    },
    methodes: {
      Delete: () => {
        classeur.univer.deleteDefinedName(defini.getName());
      },
    },
  };
}

/** Une plage devient « Feuil1!$A$1:$B$2 » ; un texte est une formule ou une constante. */
function enReference(reference: unknown): string {
  if (!estPlage(reference)) return texte(reference).replace(/^=/, "");
  const feuille = citerFeuille(reference.feuille.getSheetName());
  return `${feuille}!${absolue(ecrireZone(reference.zone))}`;
}

function ajouter(
  classeur: ClasseurOuvert,
  nom: string,
  reference: string,
  commentaire: string
): ObjetHote {
  if (!/^[A-Za-z_\\\u00c0-\u024f][\w.\\\u00c0-\u024f]*$/.test(nom)) throw argumentInvalide();
  if (classeur.univer.getDefinedName(nom)) {
    throw new ErreurApi(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
      409
    );
  }
  classeur.univer.insertDefinedName(nom, reference);
  const defini = classeur.univer.getDefinedName(nom);
  if (!defini) throw argumentInvalide();
  if (commentaire) defini.setComment(commentaire);
  return objetNom(classeur, defini);
}
