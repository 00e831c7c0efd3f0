import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { typographier } from "../../redaction";
import { Encadre } from "../commun/encadre";

/** Aucune opération ne se lit : pourquoi, et que faire. @param feuille Celle qui a été lue ; `null` : le classeur n'en a pas. */
export function SansArticle3({ feuille }: { feuille: string | null }): React.JSX.Element {
  return (
    <Encadre icone={<DocumentTableRegular fontSize={20} />}>
      {typographier(
        feuille === null
          ? "Ce classeur n’a pas de feuille « Article 3 » : aucune opération n’est comptée. Créez-la, ou désignez ci-dessous la feuille où sont vos opérations."
          : `« ${feuille} » ne se lit pas comme un article 3 : ses titres de colonnes (commune, nom de l’opération, logements sociaux, année…) ne s’y trouvent pas. Désignez une autre feuille.`
      )}
    </Encadre>
  );
}
