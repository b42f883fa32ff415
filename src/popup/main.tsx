import { openPopup } from './open';
import '../ui/base.css'; // by the script, so that it is in one file with the other sheets

openPopup();
