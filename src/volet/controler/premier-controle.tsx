import { Skeleton, SkeletonItem } from "@fluentui/react-components";
import { Ecran } from "../commun/mise-en-place";

/** Le temps du premier contrôle ; ensuite, le résultat précédent reste affiché. */
export function PremierControle(): React.JSX.Element {
  return (
    <Ecran>
      <Skeleton aria-label="Lecture de la feuille…">
        <SkeletonItem size={96} />
      </Skeleton>
    </Ecran>
  );
}
